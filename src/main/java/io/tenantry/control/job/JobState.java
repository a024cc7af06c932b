package io.tenantry.control.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.status.CycleRuns;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Optional;

/** A job as this API shows it. */
public final class JobState {
    private JobState() {}

    public static Optional<ObjectNode> of(Session session, SyncJob job) {
        return session.findChild(JobDocument.TYPE, job.servicePrincipal(), job.jobId())
                .map(document -> shown(session, job, document));
    }

    private static ObjectNode shown(Session session, SyncJob job, Entity document) {
        JsonNode schedule = document.properties().path("schedule");
        JsonNode status = document.properties().path("status");
        ObjectNode shown = Json.object().put("id", job.jobId());
        shown.putObject("servicePrincipal")
                .put("id", job.servicePrincipal())
                .put(
                        "displayName",
                        session.findObject(job.servicePrincipal(), false)
                                .map(each -> each.text("displayName"))
                                .orElse(null));
        shown.put(
                "target",
                JobSettings.of(session, job.servicePrincipal()).companyId().orElse(null));
        shown.put("schedule", schedule.path("state").asText())
                .put("code", status.path("code").asText());
        shown.put("running", job.cycle().isPresent());
        shown.put("nextRun", job.nextRun().map(Json::instant).orElse(null));
        shown.put("links", job.entries());
        for (String member : new String[] {"progress", "quarantine", "lastExecution"}) {
            shown.set(member, status.path(member));
        }
        shown.putNull("lastRun");
        new CycleRuns(session, job.number())
                .page(Long.MAX_VALUE, false, 1)
                .forEach(run -> shown.set("lastRun", RunsResource.shown(run, job)));
        return shown;
    }
}
