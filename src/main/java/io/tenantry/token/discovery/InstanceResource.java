package io.tenantry.token.discovery;

import io.tenantry.token.http.TokenAnswers;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Instance discovery (token-service.md §2.2). */
@Path(TokenPaths.COMMON + "/discovery/instance")
public class InstanceResource extends TokenServiceResource {
    InstanceResource() {
        super("GET");
    }

    @GET
    public Response get(@Context ServerRequestContext context) {
        TokenCall call = TokenCall.of(context, "common");
        return TokenAnswers.document(call, InstanceDiscovery.answer(call));
    }
}
