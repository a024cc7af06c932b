package io.tenantry.token.authorize;

import io.tenantry.token.grant.TokenVersion;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.page.PageResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /adminconsent}: consent to what the application registered that it requires (token-service.md §1). */
@Path(TokenPaths.TENANT + "/adminconsent")
public class V1AdminConsentResource extends PageResource {
    private final AdminConsentEndpoint endpoint;

    V1AdminConsentResource(AdminConsentEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    protected Response answer(TokenCall call) {
        return endpoint.answer(call, TokenVersion.V1, "/" + call.tenant() + "/adminconsent");
    }
}
