package io.tenantry.token.device;

import io.tenantry.http.body.TakesForm;
import io.tenantry.http.host.KnownHost;
import io.tenantry.token.http.TokenAnswers;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import io.tenantry.token.scope.RequestedScopes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** {@code /oauth2/v2.0/devicecode} (token-service.md §5). */
@Path(TokenPaths.TENANT + "/oauth2/v2.0/devicecode")
public class DeviceCodeResource extends TokenServiceResource {
    private final DeviceCodeEndpoint endpoint;

    DeviceCodeResource(DeviceCodeEndpoint endpoint) {
        super("POST");
        this.endpoint = endpoint;
    }

    @POST
    @KnownHost
    @TakesForm
    public Response begin(@RestPath String tenant, @Context ServerRequestContext context) {
        TokenCall call = TokenCall.of(context, tenant);
        call.refuseResource();
        return TokenAnswers.tokens(call, endpoint.begin(call, RequestedScopes.parse(call.required("scope"))));
    }
}
