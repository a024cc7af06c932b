package io.tenantry.control.world;

import io.smallrye.common.annotation.NonBlocking;
import io.tenantry.control.TakesLargeBody;
import io.tenantry.fault.Faults;
import io.tenantry.format.Json;
import io.tenantry.http.ForEveryone;
import io.tenantry.journal.Journal;
import io.tenantry.scenario.World;
import io.tenantry.store.StoreWatch;
import io.tenantry.throttle.Throttling;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The whole state: whether it is served, back to the scenario, another scenario. */
@Path("/_tenantry")
@Produces(MediaType.APPLICATION_JSON)
public class WorldResource {
    private final World world;
    private final StoreWatch watch;
    private final Faults faults;
    private final Throttling throttling;
    private final Journal journal;

    WorldResource(World world, StoreWatch watch, Faults faults, Throttling throttling, Journal journal) {
        this.world = world;
        this.watch = watch;
        this.faults = faults;
        this.throttling = throttling;
        this.journal = journal;
    }

    @GET
    @ForEveryone
    @Path("/health")
    @NonBlocking
    public Response health() {
        boolean ready = watch.trouble().isEmpty();
        return Response.status(ready ? 200 : 503)
                .entity(Json.object().put("status", ready ? "UP" : "DOWN"))
                .build();
    }

    @POST
    @Path("/reset")
    public void reset() {
        world.reset();
        forget();
    }

    /** JSON or YAML, whatever its media type says. */
    @PUT
    @Path("/scenario")
    @TakesLargeBody
    public void scenario(byte[] body) {
        world.replace(body);
        forget();
    }

    /** Back to the one of the start, and reset to it. */
    @DELETE
    @Path("/scenario")
    public void firstScenario() {
        world.replaceByFirst();
        forget();
    }

    /** What is no part of the world, and yet no test may see of another. */
    private void forget() {
        faults.clear();
        throttling.reset();
        journal.clear();
    }
}
