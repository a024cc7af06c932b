package io.tenantry.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.http.ForEveryone;
import io.tenantry.http.host.KnownHost;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The subscriptions of who signs in: none. */
@Path("/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@KnownHost
@ForEveryone
public class SubscriptionsResource {
    private final ManagementToken tokens;

    SubscriptionsResource(ManagementToken tokens) {
        this.tokens = tokens;
    }

    @GET
    public ObjectNode list(
            @QueryParam("api-version") String version, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        tokens.tenant(authorization);
        ApiVersion.require(version);
        return Json.object().set("value", Json.array());
    }
}
