package io.tenantry.control;

import io.tenantry.http.ForEveryone;
import io.tenantry.scenario.World;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The whole state: whether it is served, back to the scenario, another scenario. */
@Path("/_tenantry")
@Produces(MediaType.APPLICATION_JSON)
public class WorldResource {
    private final World world;

    WorldResource(World world) {
        this.world = world;
    }

    @GET
    @ForEveryone
    @Path("/health")
    public String health() {
        return "{\"status\":\"UP\"}";
    }

    @POST
    @Path("/reset")
    public void reset() {
        world.reset();
    }

    /** JSON or YAML, whatever its media type says. */
    @PUT
    @Path("/scenario")
    public void scenario(byte[] body) {
        world.replace(body);
    }
}
