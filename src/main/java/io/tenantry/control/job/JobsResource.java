package io.tenantry.control.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlError;
import io.tenantry.control.TenantPath;
import io.tenantry.error.GraphError;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.plan.BothSides;
import io.tenantry.provisioning.plan.Explainer;
import io.tenantry.provisioning.plan.PlanTooLarge;
import io.tenantry.provisioning.plan.Planner;
import io.tenantry.provisioning.plan.PlannerBusy;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.world.CycleControl;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Synchronization jobs beyond what Graph offers. */
@Path("/_tenantry/tenants/{tenant}/jobs/{job}")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
    private final TenantPath tenants;
    private final Store store;
    private final CycleControl cycles;
    private final Planner planner;
    private final Explainer explainer;
    private final BothSides sides;

    JobsResource(
            TenantPath tenants,
            Store store,
            CycleControl cycles,
            Planner planner,
            Explainer explainer,
            BothSides sides) {
        this.tenants = tenants;
        this.store = store;
        this.cycles = cycles;
        this.planner = planner;
        this.explainer = explainer;
        this.sides = sides;
    }

    /** How it is, and when it is due. */
    @GET
    public ObjectNode state(@PathParam("tenant") String tenant, @PathParam("job") String job) {
        return store.read(tenants.of(tenant), session -> SyncJobs.find(session, job)
                        .flatMap(row -> JobState.of(session, row)))
                .orElseThrow(() -> JobPath.unknown(job));
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

    /** What the policies of both tenants and the job itself say to the next cycle. */
    @GET
    @Path("/gates")
    public ArrayNode gates(@PathParam("tenant") String tenant, @PathParam("job") String job) {
        return planner.gates(tenants.of(tenant), job).orElseThrow(() -> JobPath.unknown(job));
    }

    /** Why a user of the source is or is not in the target. */
    @GET
    @Path("/explain")
    public ObjectNode explain(
            @PathParam("tenant") String tenant, @PathParam("job") String job, @QueryParam("user") String user) {
        Tenant source = tenants.of(tenant);
        String reference = named(user);
        try {
            return explainer.explain(source, job, reference).orElseThrow(() -> JobPath.unknown(job));
        } catch (PlanTooLarge | PlannerBusy e) {
            throw new ControlError(503, null, e.getMessage());
        }
    }

    /** A user of the source beside the one of the target, attribute by attribute. */
    @GET
    @Path("/compare")
    public ObjectNode compare(
            @PathParam("tenant") String tenant, @PathParam("job") String job, @QueryParam("user") String user) {
        return sides.of(tenants.of(tenant), job, named(user)).orElseThrow(() -> JobPath.unknown(job));
    }

    private static String named(String user) {
        if (user == null || user.isBlank()) {
            throw ControlError.badRequest("user", "user is missing: the id or UPN of a user of the source");
        }
        return user.strip();
    }
}
