package io.tenantry.control.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.control.ControlError;
import io.tenantry.control.TakesLargeBody;
import io.tenantry.control.TenantPath;
import io.tenantry.error.GraphError;
import io.tenantry.http.host.CalledUrl;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.plan.PlanGone;
import io.tenantry.provisioning.plan.PlanPages;
import io.tenantry.provisioning.plan.PlanPosition;
import io.tenantry.provisioning.plan.PlanTooLarge;
import io.tenantry.provisioning.plan.PlannerBusy;
import io.tenantry.store.Tenant;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** What the next cycle of a job would do, as things stand or with what is proposed in the body. */
@Path("/_tenantry/tenants/{tenant}/jobs/{job}/plan")
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {
    private final TenantPath tenants;
    private final PlanBody bodies;
    private final PlanPages plans;

    PlanResource(TenantPath tenants, PlanBody bodies, PlanPages plans) {
        this.tenants = tenants;
        this.bodies = bodies;
        this.plans = plans;
    }

    /** Page by page; nothing is written. */
    @POST
    @TakesLargeBody
    public JsonNode plan(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("$top") String top,
            @QueryParam("action") String action,
            @QueryParam("$skiptoken") String skiptoken,
            @Context RoutingContext routing,
            byte[] body) {
        Tenant source = tenants.of(tenant);
        PlanQuery query = PlanQuery.of(top, action);
        Proposal proposal = bodies.read(source, job, body);
        try {
            PlanPages.Page page =
                    page(source, job, proposal, query.view(), skiptoken).orElseThrow(() -> JobPath.unknown(job));
            String url = CalledUrl.of(routing).base() + routing.request().path();
            return page.shown()
                    .put(
                            "nextLink",
                            page.next().map(next -> url + query.next(next)).orElse(null));
        } catch (PlanGone e) {
            throw new ControlError(410, "$skiptoken", e.getMessage());
        } catch (PlanTooLarge | PlannerBusy e) {
            throw new ControlError(503, null, e.getMessage());
        } catch (GraphError e) {
            throw new ControlError(e.status(), null, e.getMessage());
        }
    }

    private Optional<PlanPages.Page> page(
            Tenant source, String job, Proposal proposal, PlanPages.View view, String skiptoken) {
        if (skiptoken == null) {
            return plans.first(source, job, proposal, view);
        }
        PlanPosition position = PlanPosition.of(skiptoken)
                .orElseThrow(() -> ControlError.badRequest("$skiptoken", "that is not the $skiptoken of a plan"));
        return plans.next(source, job, proposal, position, view);
    }

    /** Whether what is proposed would be refused, without a plan. */
    @POST
    @Path("/check")
    @TakesLargeBody
    public void check(@PathParam("tenant") String tenant, @PathParam("job") String job, byte[] body) {
        bodies.check(tenants.of(tenant), job, body);
    }
}
