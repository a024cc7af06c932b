package io.tenantry.provisioning.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.Optional;

/** The {@code synchronizationJob} that Graph shows: {@code schedule} and {@code status} (provisioning-engine.md §1.2). */
public final class JobDocument {
    public static final String TYPE = "synchronizationJob";

    private final Entity job;

    public JobDocument(Entity job) {
        this.job = job;
    }

    /** The job as it is created: disabled, nothing run (synchronization-api.md §7.3). */
    public static Entity created(String servicePrincipal, String id, String templateId) {
        Entity job = Entity.childOf(servicePrincipal, TYPE, id).set("templateId", templateId);
        JobStatus created = new JobStatus.Created();
        job.properties()
                .putObject("schedule")
                .putNull("expiration")
                .put("interval", "PT40M")
                .put("state", created.scheduleState());
        ObjectNode status = job.properties().putObject("status");
        status.put("countSuccessiveCompleteFailures", 0)
                .put("escrowsPruned", false)
                .put("code", created.code());
        status.putNull("lastExecution")
                .putNull("lastSuccessfulExecution")
                .putNull("lastSuccessfulExecutionWithExports")
                .putNull("quarantine");
        status.put("steadyStateFirstAchievedTime", TaskExecution.NEVER)
                .put("steadyStateLastAchievedTime", TaskExecution.NEVER);
        status.putNull("troubleshootingUrl").putArray("progress");
        status.putArray("synchronizedEntryCountByType");
        ArrayNode settings = job.properties().putArray("synchronizationJobSettings");
        settings.addObject().put("name", "AzureIngestionAttributeOptimization").put("value", "False");
        settings.addObject().put("name", "LookaheadQueryEnabled").put("value", "False");
        return job;
    }

    public Entity entity() {
        return job;
    }

    public JobStatus status() {
        Optional<Quarantine> quarantine = Optional.of(properties().path("quarantine"))
                .filter(JsonNode::isObject)
                .map(Quarantine::of);
        String code = properties().path("code").asText();
        return switch (schedule().path("state").asText()) {
            case "Active" ->
                quarantine
                        .<JobStatus>map(JobStatus.Quarantined::new)
                        .orElseGet(() -> code.equals("NotRun") ? new JobStatus.NotRun() : new JobStatus.Active());
            case "Paused" -> new JobStatus.Paused(quarantine);
            default ->
                quarantine
                        .<JobStatus>map(imposed -> new JobStatus.Disabled(code, imposed))
                        .orElseGet(JobStatus.Created::new);
        };
    }

    /** The status while a cycle comes to its end. */
    public JobStatus.Cycling cycling() {
        if (status() instanceof JobStatus.Cycling cycling) {
            return cycling;
        }
        throw new IllegalStateException("no cycle runs of job " + job.id() + ", which is " + status());
    }

    public void enter(JobStatus next) {
        schedule().put("state", next.scheduleState());
        properties().put("code", next.code());
        properties()
                .set(
                        "quarantine",
                        next.quarantine().<JsonNode>map(Quarantine::toJson).orElse(NullNode.getInstance()));
        if (next instanceof JobStatus.Scheduled
                && !properties().path("lastExecution").isObject()) {
            properties().set("lastExecution", TaskExecution.none());
            properties().put("troubleshootingUrl", "");
        }
    }

    /** Whether a cycle has ever come to its end, be it with failures of some objects. */
    public boolean everCompleted() {
        return !properties().path("synchronizedEntryCountByType").isEmpty();
    }

    /** A cycle came to its end; it is a successful one where no object fails. */
    public void completed(ObjectNode execution, boolean steady, long users, long groups) {
        ObjectNode status = properties();
        status.putArray("progress");
        status.put("countSuccessiveCompleteFailures", 0);
        status.set("lastExecution", execution);
        if (execution.path("state").asText().equals(TaskExecution.SUCCEEDED)) {
            status.set("lastSuccessfulExecution", execution);
        }
        if (execution.path("countExported").asLong() > 0) {
            status.set("lastSuccessfulExecutionWithExports", execution);
        }
        if (steady) {
            steadyState(execution.path("timeEnded").asText());
        }
        ArrayNode counts = status.putArray("synchronizedEntryCountByType");
        counts.addObject().put("key", "User to User").put("value", users);
        if (groups > 0) {
            counts.addObject().put("key", "Group to Group").put("value", groups);
        }
    }

    /** What the job shows of its last cycle. */
    public JsonNode lastExecution() {
        return properties().path("lastExecution");
    }

    /** What the last cycle led to: it came to its end, and yet not all is well. */
    public void error(ObjectNode error) {
        ObjectNode execution = properties().get("lastExecution").deepCopy();
        execution.set("error", error);
        properties().set("lastExecution", execution);
    }

    /** A cycle has come this far, in pages of objects (provisioning-engine.md §1.2). */
    public void progress(long completed, long total, Instant observed) {
        properties()
                .putArray("progress")
                .addObject()
                .put("completedUnits", completed)
                .put("totalUnits", total)
                .put("units", "pages")
                .put("progressObservationDateTime", Json.instant(observed));
    }

    private void steadyState(String at) {
        if (properties().path("steadyStateFirstAchievedTime").asText().equals(TaskExecution.NEVER)) {
            properties().put("steadyStateFirstAchievedTime", at);
        }
        properties().put("steadyStateLastAchievedTime", at);
    }

    /** A cycle broke before it looked at any object. */
    public void failed(ObjectNode execution) {
        properties().putArray("progress");
        long failures = properties().path("countSuccessiveCompleteFailures").asLong();
        properties().put("countSuccessiveCompleteFailures", failures + 1);
        properties().set("lastExecution", execution);
    }

    /** Whether failures of the initial cycle were dropped instead of counted. */
    public void escrowsPruned(boolean pruned) {
        properties().put("escrowsPruned", pruned);
    }

    private ObjectNode schedule() {
        return (ObjectNode) job.get("schedule");
    }

    private ObjectNode properties() {
        return (ObjectNode) job.get("status");
    }
}
