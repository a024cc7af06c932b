package io.tenantry.token.authorize;

import io.tenantry.http.KnownHost;
import io.tenantry.http.TakesForm;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** {@code /v2.0/adminconsent}: consent to what the request names (token-service.md §1). */
@Path(TokenPaths.TENANT + "/v2.0/adminconsent")
public class AdminConsentResource extends TokenServiceResource {
    private static final String PATH = "/v2.0/adminconsent";

    private final AdminConsentEndpoint endpoint;

    AdminConsentResource(AdminConsentEndpoint endpoint) {
        super("GET, POST");
        this.endpoint = endpoint;
    }

    @GET
    @KnownHost
    public Response get(@RestPath String tenant, @Context ServerRequestContext context) {
        TokenCall call = TokenCall.of(context, tenant);
        return endpoint.answer(
                call,
                Optional.of(new Parameters(call).value("scope").orElse("https://graph.microsoft.com/.default")),
                "/" + tenant + PATH);
    }

    @POST
    @KnownHost
    @TakesForm
    public Response post(@RestPath String tenant, @Context ServerRequestContext context) {
        return get(tenant, context);
    }
}
