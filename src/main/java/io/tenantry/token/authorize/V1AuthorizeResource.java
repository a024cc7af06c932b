package io.tenantry.token.authorize;

import io.tenantry.token.grant.TokenVersion;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.page.PageResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /oauth2/authorize}: the same with a resource in place of scopes (token-service.md §3.2). */
@Path(TokenPaths.TENANT + "/oauth2/authorize")
public class V1AuthorizeResource extends PageResource {
    private final AuthorizeEndpoint endpoint;

    V1AuthorizeResource(AuthorizeEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    protected Response answer(TokenCall call) {
        return endpoint.answer(call, TokenVersion.V1, "/" + call.tenant() + "/oauth2/authorize");
    }
}
