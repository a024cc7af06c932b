package io.tenantry.token.discovery;

import io.tenantry.token.http.TokenAnswers;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** The OpenID configuration of the v2.0 endpoints (token-service.md §2.1). */
@Path(TokenPaths.TENANT + "/v2.0/.well-known/openid-configuration")
public class ConfigurationResource extends TokenServiceResource {
    private final OpenIdConfiguration configuration;

    ConfigurationResource(OpenIdConfiguration configuration) {
        super("GET");
        this.configuration = configuration;
    }

    @GET
    public Response get(@RestPath String tenant, @Context ServerRequestContext context) {
        TokenCall call = TokenCall.of(context, tenant);
        return TokenAnswers.document(call, configuration.v2(call));
    }
}
