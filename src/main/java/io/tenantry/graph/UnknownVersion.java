package io.tenantry.graph;

import io.tenantry.resource.GraphError;
import io.tenantry.store.Ids;
import io.tenantry.time.VirtualClock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** A version that Graph does not have (odata-protocol.md §13.2). */
@Path("/{version:v(?!1\\.0(/|$))[0-9][0-9.]*}{path:(/.*)?}")
public class UnknownVersion {
    private final VirtualClock clock;

    UnknownVersion(VirtualClock clock) {
        this.clock = clock;
    }

    @GET
    public Response get() {
        return refused();
    }

    @POST
    public Response post() {
        return refused();
    }

    private Response refused() {
        String requestId = Ids.random();
        GraphResponse error = ErrorBody.of(GraphError.malformed("Invalid version."), clock.now(), requestId, requestId);
        Response.ResponseBuilder builder = Response.status(error.status()).entity(error.body());
        error.headers().forEach(builder::header);
        CommonHeaders.add(builder, requestId, requestId);
        return builder.build();
    }
}
