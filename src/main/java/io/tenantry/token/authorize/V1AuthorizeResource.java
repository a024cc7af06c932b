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

/** {@code /oauth2/authorize}: the same with a resource in place of scopes (token-service.md §3.2). */
@Path(TokenPaths.TENANT + "/oauth2/authorize")
public class V1AuthorizeResource extends TokenServiceResource {
    private static final String PATH = "/oauth2/authorize";

    private final AuthorizeEndpoint endpoint;

    V1AuthorizeResource(AuthorizeEndpoint endpoint) {
        super("GET, POST");
        this.endpoint = endpoint;
    }

    @GET
    @KnownHost
    public Response get(@RestPath String tenant, @Context ServerRequestContext context) {
        return endpoint.answer(TokenCall.of(context, tenant), TokenVersion.V1, "/" + tenant + PATH);
    }

    @POST
    @KnownHost
    @TakesForm
    public Response post(@RestPath String tenant, @Context ServerRequestContext context) {
        return get(tenant, context);
    }
}
