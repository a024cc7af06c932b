package io.tenantry.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.http.ForEveryone;
import io.tenantry.http.host.CalledUrl;
import io.tenantry.http.host.KnownHost;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The addresses of the clouds. Whoever looks for a cloud has no token yet. */
@Path("/metadata/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@KnownHost
@ForEveryone
public class EndpointsResource {
    @GET
    public JsonNode endpoints(@QueryParam("api-version") String version, RoutingContext context) {
        ApiVersion.require(version);
        return CloudMetadata.of(version, CalledUrl.of(context));
    }
}
