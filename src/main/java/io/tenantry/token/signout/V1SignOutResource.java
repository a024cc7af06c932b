package io.tenantry.token.signout;

import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.page.PageResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /oauth2/logout}: the same by its older name. */
@Path(TokenPaths.TENANT + "/oauth2/logout")
public class V1SignOutResource extends PageResource {
    private final SignOut signOut;

    V1SignOutResource(SignOut signOut) {
        this.signOut = signOut;
    }

    @Override
    protected Response answer(TokenCall call) {
        return signOut.answer(call);
    }
}
