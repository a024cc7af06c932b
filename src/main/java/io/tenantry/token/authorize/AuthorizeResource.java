package io.tenantry.token.authorize;

import io.tenantry.token.grant.TokenVersion;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.page.PageResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /oauth2/v2.0/authorize}: where browsers are sent to sign a user in (token-service.md §6). */
@Path(TokenPaths.TENANT + "/oauth2/v2.0/authorize")
public class AuthorizeResource extends PageResource {
    private final AuthorizeEndpoint endpoint;

    AuthorizeResource(AuthorizeEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    protected Response answer(TokenCall call) {
        return endpoint.answer(call, TokenVersion.V2, "/" + call.tenant() + "/oauth2/v2.0/authorize");
    }
}
