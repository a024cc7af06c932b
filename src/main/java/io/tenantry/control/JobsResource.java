package io.tenantry.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.world.CycleControl;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Synchronization jobs beyond what Graph offers. */
@Path("/_tenantry/tenants/{tenant}/jobs/{job}")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
    private final TenantPath tenants;
    private final CycleControl cycles;

    JobsResource(TenantPath tenants, CycleControl cycles) {
        this.tenants = tenants;
        this.cycles = cycles;
    }

    /** One cycle now; answers when it is done, with its counters. */
    @POST
    @Path("/run")
    public JsonNode run(@PathParam("tenant") String tenant, @PathParam("job") String job) {
        try {
            return cycles.runNow(tenants.of(tenant), job);
        } catch (GraphError e) {
            throw new ControlError(e.status(), "job", e.getMessage());
        }
    }
}
