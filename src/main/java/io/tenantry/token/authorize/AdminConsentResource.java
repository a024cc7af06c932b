package io.tenantry.token.authorize;

import io.tenantry.token.grant.TokenVersion;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.page.PageResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /v2.0/adminconsent}: consent to what the request names (token-service.md §1). */
@Path(TokenPaths.TENANT + "/v2.0/adminconsent")
public class AdminConsentResource extends PageResource {
    private final AdminConsentEndpoint endpoint;

    AdminConsentResource(AdminConsentEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    protected Response answer(TokenCall call) {
        return endpoint.answer(call, TokenVersion.V2, "/" + call.tenant() + "/v2.0/adminconsent");
    }
}
