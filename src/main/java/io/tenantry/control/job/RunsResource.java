package io.tenantry.control.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.ProvisioningLogEntry.Result;
import io.tenantry.control.ControlError;
import io.tenantry.control.TenantPath;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.status.CycleRun;
import io.tenantry.provisioning.status.CycleRuns;
import io.tenantry.provisioning.status.CycleRuns.Numbered;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The cycles that a job ran, newest first, with what came of them. */
@Path("/_tenantry/tenants/{tenant}/jobs/{job}/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {
    private final TenantPath tenants;
    private final Store store;

    RunsResource(TenantPath tenants, Store store) {
        this.tenants = tenants;
        this.store = store;
    }

    /**
     * A page.
     *
     * @param idle whether those are there too that found nothing to do
     */
    @GET
    public ObjectNode list(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("top") String top,
            @QueryParam("after") String after,
            @QueryParam("idle") @DefaultValue("true") boolean idle) {
        int most = Tops.of("top", top);
        long before = number(after);
        return store.read(tenants.of(tenant), session -> page(session, JobPath.of(session, job), before, !idle, most));
    }

    /** One of them. */
    @GET
    @Path("/{run}")
    public ObjectNode one(
            @PathParam("tenant") String tenant, @PathParam("job") String job, @PathParam("run") String run) {
        return store.read(tenants.of(tenant), session -> {
            SyncJob found = JobPath.of(session, job);
            return new CycleRuns(session, found.number())
                    .find(run)
                    .map(each -> shown(each, found))
                    .orElseThrow(() -> new ControlError(404, "run", "there is no run '" + run + "' of this job"));
        });
    }

    private static long number(String after) {
        if (after == null) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw ControlError.badRequest("after", "after must be the 'next' of the page before");
        }
        return Long.parseLong(after);
    }

    private static ObjectNode page(Session session, SyncJob job, long before, boolean notable, int most) {
        List<Numbered> page = new CycleRuns(session, job.number()).page(before, notable, most + 1);
        boolean more = page.size() > most;
        ObjectNode shown = Json.object();
        ArrayNode runs = shown.putArray("runs");
        page.stream().limit(most).forEach(each -> runs.add(shown(each, job)));
        return more ? shown.put("next", Long.toString(page.get(most - 1).number())) : shown.putNull("next");
    }

    static ObjectNode shown(Numbered numbered, SyncJob job) {
        CycleRun run = numbered.run();
        boolean runs = numbered.newest() && job.cycle().isPresent();
        ObjectNode shown = Json.object()
                .put("id", run.cycleId())
                .put("kind", run.initial() ? "initial" : "incremental")
                .put("state", run.state().orElse(runs ? "Running" : "Stopped"))
                .put("began", Json.instant(run.began()))
                .put("ended", run.ended().map(Json::instant).orElse(null));
        shown.set("error", run.error().isObject() ? run.error() : NullNode.getInstance());
        ObjectNode counts = shown.putObject("counts");
        for (Result result : Result.values()) {
            counts.put(result.wireName(), run.counts().getOrDefault(result, 0L));
        }
        return shown;
    }
}
