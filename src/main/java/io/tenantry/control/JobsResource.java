package io.tenantry.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.http.CalledUrl;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.plan.BothSides;
import io.tenantry.provisioning.plan.Explainer;
import io.tenantry.provisioning.plan.PlanGone;
import io.tenantry.provisioning.plan.PlanPages;
import io.tenantry.provisioning.plan.PlanPosition;
import io.tenantry.provisioning.plan.PlanTooLarge;
import io.tenantry.provisioning.plan.PlannerBusy;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.world.CycleControl;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Synchronization jobs beyond what Graph offers. */
@Path("/_tenantry/tenants/{tenant}/jobs/{job}")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
    private static final int PAGE = 500;
    private static final int LARGEST_PAGE = 2000;

    private final TenantPath tenants;
    private final Store store;
    private final CycleControl cycles;
    private final PlanBody bodies;
    private final PlanPages plans;
    private final Explainer explainer;
    private final BothSides sides;

    JobsResource(
            TenantPath tenants,
            Store store,
            CycleControl cycles,
            PlanBody bodies,
            PlanPages plans,
            Explainer explainer,
            BothSides sides) {
        this.tenants = tenants;
        this.store = store;
        this.cycles = cycles;
        this.bodies = bodies;
        this.plans = plans;
        this.explainer = explainer;
        this.sides = sides;
    }

    /** How it is, and when it is due. */
    @GET
    public ObjectNode state(@PathParam("tenant") String tenant, @PathParam("job") String job) {
        return store.read(tenants.of(tenant), session -> SyncJobs.find(session, job)
                        .flatMap(row -> JobState.of(session, row)))
                .orElseThrow(() -> unknown(job));
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

    /** What the next cycle would do, page by page; nothing is written. */
    @POST
    @Path("/plan")
    @TakesLargeBody
    public JsonNode plan(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("$top") String top,
            @QueryParam("$skiptoken") String skiptoken,
            @Context RoutingContext routing,
            byte[] body) {
        Tenant source = tenants.of(tenant);
        int most = top(top);
        Proposal proposal = bodies.read(source, job, body);
        try {
            PlanPages.Page page = page(source, job, proposal, most, skiptoken).orElseThrow(() -> unknown(job));
            String url = CalledUrl.of(routing).base() + routing.request().path() + "?$top=" + most + "&$skiptoken=";
            return page.shown()
                    .put("nextLink", page.next().map(next -> url + next.token()).orElse(null));
        } catch (PlanGone e) {
            throw new ControlError(410, "$skiptoken", e.getMessage());
        } catch (PlanTooLarge | PlannerBusy e) {
            throw new ControlError(503, null, e.getMessage());
        } catch (GraphError e) {
            throw new ControlError(e.status(), null, e.getMessage());
        }
    }

    private Optional<PlanPages.Page> page(Tenant source, String job, Proposal proposal, int most, String skiptoken) {
        if (skiptoken == null) {
            return plans.first(source, job, proposal, most);
        }
        PlanPosition position = PlanPosition.of(skiptoken)
                .orElseThrow(() -> ControlError.badRequest("$skiptoken", "that is not the $skiptoken of a plan"));
        return plans.next(source, job, proposal, position, most);
    }

    private static int top(String top) {
        if (top == null) {
            return PAGE;
        }
        int wanted = top.matches("[0-9]{1,6}") ? Integer.parseInt(top) : 0;
        if (wanted < 1 || wanted > LARGEST_PAGE) {
            throw ControlError.badRequest("$top", "$top must be a number from 1 to " + LARGEST_PAGE);
        }
        return wanted;
    }

    /** Why a user of the source is or is not in the target. */
    @GET
    @Path("/explain")
    public ObjectNode explain(
            @PathParam("tenant") String tenant, @PathParam("job") String job, @QueryParam("user") String user) {
        Tenant source = tenants.of(tenant);
        String reference = named(user);
        try {
            return explainer.explain(source, job, reference).orElseThrow(() -> unknown(job));
        } catch (PlanTooLarge | PlannerBusy e) {
            throw new ControlError(503, null, e.getMessage());
        }
    }

    /** A user of the source beside the one of the target, attribute by attribute. */
    @GET
    @Path("/compare")
    public ObjectNode compare(
            @PathParam("tenant") String tenant, @PathParam("job") String job, @QueryParam("user") String user) {
        return sides.of(tenants.of(tenant), job, named(user)).orElseThrow(() -> unknown(job));
    }

    private static String named(String user) {
        if (user == null || user.isBlank()) {
            throw ControlError.badRequest("user", "user is missing: the id or UPN of a user of the source");
        }
        return user.strip();
    }

    private static ControlError unknown(String job) {
        return new ControlError(404, "job", "there is no job '" + job + "' in this tenant");
    }
}
