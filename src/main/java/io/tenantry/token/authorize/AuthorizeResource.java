package io.tenantry.token.authorize;

import io.tenantry.http.KnownHost;
import io.tenantry.http.TakesForm;
import io.tenantry.token.grant.TokenVersion;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** {@code /oauth2/v2.0/authorize}: where browsers are sent to sign a user in (token-service.md §6). */
@Path(TokenPaths.TENANT + "/oauth2/v2.0/authorize")
public class AuthorizeResource extends TokenServiceResource {
    private static final String PATH = "/oauth2/v2.0/authorize";

    private final AuthorizeEndpoint endpoint;

    AuthorizeResource(AuthorizeEndpoint endpoint) {
        super("GET, POST");
        this.endpoint = endpoint;
    }

    @GET
    @KnownHost
    public Response get(@RestPath String tenant, @Context ServerRequestContext context) {
        return endpoint.answer(TokenCall.of(context, tenant), TokenVersion.V2, "/" + tenant + PATH);
    }

    @POST
    @KnownHost
    @TakesForm
    public Response post(@RestPath String tenant, @Context ServerRequestContext context) {
        return get(tenant, context);
    }
}
