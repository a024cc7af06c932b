package io.tenantry.control.job;

import io.tenantry.control.ControlBody;
import io.tenantry.control.ControlError;
import io.tenantry.control.TenantPath;
import io.tenantry.error.GraphError;
import io.tenantry.provisioning.cycle.QuarantineOnDemand;
import io.tenantry.provisioning.status.QuarantineReason;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Set;

/** Quarantines that the service imposes by itself: what watches a job can be tried without a job that fails. */
@Path("/_tenantry/tenants/{tenant}/jobs/{job}/quarantine")
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineResource {
    private static final String REASON = "reason";

    private final TenantPath tenants;
    private final QuarantineOnDemand quarantine;

    QuarantineResource(TenantPath tenants, QuarantineOnDemand quarantine) {
        this.tenants = tenants;
        this.quarantine = quarantine;
    }

    /** The next cycle that goes well lifts it. */
    @POST
    public void impose(@PathParam("tenant") String tenant, @PathParam("job") String job, byte[] bytes) {
        QuarantineReason reason = ControlBody.of(bytes, Set.of(REASON))
                .text(REASON)
                .map(QuarantineResource::reason)
                .orElse(QuarantineReason.ON_DEMAND);
        try {
            quarantine.impose(tenants.of(tenant), job, reason);
        } catch (GraphError e) {
            throw e.status() == 404 ? JobPath.unknown(job) : new ControlError(e.status(), "job", e.getMessage());
        }
    }

    private static QuarantineReason reason(String name) {
        return Arrays.stream(QuarantineReason.values())
                .filter(each -> each.ofService() && each.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlError.badRequest(
                        REASON, "reason must be QuarantinedOnDemand, IngestionInterrupted or Unknown"));
    }
}
