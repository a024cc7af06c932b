package io.tenantry.token.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.http.body.TakesForm;
import io.tenantry.http.host.KnownHost;
import io.tenantry.token.authority.GraphAudience;
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

/** {@code /oauth2/devicecode}: the same for a resource; numbers are text, and the page has another name (token-service.md §5). */
@Path(TokenPaths.TENANT + "/oauth2/devicecode")
public class V1DeviceCodeResource extends TokenServiceResource {
    private final DeviceCodeEndpoint endpoint;

    V1DeviceCodeResource(DeviceCodeEndpoint endpoint) {
        super("POST");
        this.endpoint = endpoint;
    }

    @POST
    @KnownHost
    @TakesForm
    public Response begin(@RestPath String tenant, @Context ServerRequestContext context) {
        TokenCall call = TokenCall.of(context, tenant);
        String resource = call.field("resource").orElse(GraphAudience.DIRECTORY_GRAPH);
        ObjectNode answer = endpoint.begin(call, RequestedScopes.everythingAt(resource));
        answer.put("expires_in", answer.get("expires_in").asText());
        answer.put("interval", answer.get("interval").asText());
        answer.set("verification_url", answer.remove("verification_uri"));
        return TokenAnswers.tokens(call, answer);
    }
}
