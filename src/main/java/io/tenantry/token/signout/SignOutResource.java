package io.tenantry.token.signout;

import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.page.PageResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /oauth2/v2.0/logout}: signs the browser out (token-service.md §1). */
@Path(TokenPaths.TENANT + "/oauth2/v2.0/logout")
public class SignOutResource extends PageResource {
    private final SignOut signOut;

    SignOutResource(SignOut signOut) {
        this.signOut = signOut;
    }

    @Override
    protected Response answer(TokenCall call) {
        return signOut.answer(call);
    }
}
