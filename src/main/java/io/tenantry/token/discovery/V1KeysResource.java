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

/** The keys that v1.0 clients verify tokens with (token-service.md §2.3). */
@Path(TokenPaths.TENANT + "/discovery/keys")
public class V1KeysResource extends TokenServiceResource {
    private final KeyDocuments keys;

    V1KeysResource(KeyDocuments keys) {
        super("GET");
        this.keys = keys;
    }

    @GET
    public Response get(@RestPath String tenant, @Context ServerRequestContext context) {
        TokenCall call = TokenCall.of(context, tenant);
        return TokenAnswers.document(call, keys.v1(call));
    }
}
