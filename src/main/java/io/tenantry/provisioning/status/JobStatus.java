package io.tenantry.provisioning.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.time.Instant;

/**
 * What a synchronizationJob shows of its life: {@code schedule} and {@code status} (provisioning-engine.md §1.2).
 *
 * <pre>
 *            start                 first cycle ends
 * created ─────────▶ NotRun ───────────────────────▶ Active ◀──┐ cycle ends
 *    ▲ Disabled,       │ Active                        │   └───┘
 *    │ Paused          │ pause                 pause   │ ▲ start
 *    │                 └──────────▶ Paused ◀───────────┘ │
 *    │                                └───────────────────┘
 * NotRun, Active ── policy closed, thresholds ──▶ Quarantine ── clean cycle, start, restart ──▶ Active
 *                                                     └── 28 days ──▶ Disabled
 * </pre>
 */
public final class JobStatus {
    public static final String TYPE = "synchronizationJob";

    /** How a timestamp reads that never was (synchronization-api.md §1). */
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private final Entity job;

    public JobStatus(Entity job) {
        this.job = job;
    }

    /** The job as it is created: disabled, nothing run (synchronization-api.md §7.3). */
    public static Entity created(String servicePrincipal, String id, String templateId) {
        Entity job = Entity.childOf(servicePrincipal, TYPE, id).set("templateId", templateId);
        job.properties()
                .putObject("schedule")
                .putNull("expiration")
                .put("interval", "PT40M")
                .put("state", "Disabled");
        ObjectNode status = job.properties().putObject("status");
        status.put("countSuccessiveCompleteFailures", 0)
                .put("escrowsPruned", false)
                .put("code", "Paused");
        status.putNull("lastExecution")
                .putNull("lastSuccessfulExecution")
                .putNull("lastSuccessfulExecutionWithExports")
                .putNull("quarantine");
        status.put("steadyStateFirstAchievedTime", NEVER).put("steadyStateLastAchievedTime", NEVER);
        status.putNull("troubleshootingUrl").putArray("progress");
        status.putArray("synchronizedEntryCountByType");
        ArrayNode settings = job.properties().putArray("synchronizationJobSettings");
        settings.addObject().put("name", "AzureIngestionAttributeOptimization").put("value", "False");
        settings.addObject().put("name", "LookaheadQueryEnabled").put("value", "False");
        return job;
    }

    public boolean scheduled() {
        return schedule().path("state").asText().equals("Active");
    }

    public boolean quarantined() {
        return status().path("quarantine").isObject();
    }

    /** Started, restarted or let out of quarantine. */
    public void start() {
        schedule().put("state", "Active");
        liftQuarantine();
        boolean ran = status().path("lastSuccessfulExecution").isObject();
        status().put("code", ran ? "Active" : "NotRun");
        if (!status().path("lastExecution").isObject()) {
            status().set("lastExecution", TaskExecution.none());
            status().put("troubleshootingUrl", "");
        }
    }

    /** Restarted without clearing the quarantine: it runs again and stays what it is. */
    public void resume() {
        schedule().put("state", "Active");
        if (quarantined()) {
            status().put("code", "Quarantine");
        } else {
            start();
        }
    }

    public void pause() {
        schedule().put("state", "Paused");
        status().put("code", "Paused");
    }

    /** Turned off by the service after four weeks without success. */
    public void giveUp() {
        schedule().put("state", "Disabled");
    }

    /** A cycle came to its end. A job that was paused meanwhile stays so. */
    public void succeeded(ObjectNode execution, boolean steady, long entries) {
        ObjectNode status = status();
        status.put("countSuccessiveCompleteFailures", 0);
        status.set("lastExecution", execution);
        status.set("lastSuccessfulExecution", execution);
        if (execution.path("countExported").asLong() > 0) {
            status.set("lastSuccessfulExecutionWithExports", execution);
        }
        if (steady) {
            steadyState(execution.path("timeEnded").asText());
        }
        status.putArray("synchronizedEntryCountByType")
                .addObject()
                .put("key", "User to User")
                .put("value", entries);
        if (scheduled() && !quarantined()) {
            status.put("code", "Active");
        }
    }

    private void steadyState(String at) {
        if (status().path("steadyStateFirstAchievedTime").asText().equals(NEVER)) {
            status().put("steadyStateFirstAchievedTime", at);
        }
        status().put("steadyStateLastAchievedTime", at);
    }

    /** A cycle broke before it looked at any object. */
    public void failed(ObjectNode execution) {
        ObjectNode status = status();
        status.put(
                "countSuccessiveCompleteFailures",
                status.path("countSuccessiveCompleteFailures").asLong() + 1);
        status.set("lastExecution", execution);
    }

    /** Imposes quarantine, or leaves it in force. */
    public void quarantine(String reason, ObjectNode error, Instant now, Instant nextAttempt) {
        ObjectNode before = quarantined() ? (ObjectNode) status().get("quarantine") : null;
        ObjectNode quarantine = Json.object();
        quarantine.put("currentBegan", Json.instant(now)).put("nextAttempt", Json.instant(nextAttempt));
        quarantine.put("reason", reason);
        quarantine.put(
                "seriesBegan",
                before == null ? Json.instant(now) : before.path("seriesBegan").asText());
        quarantine.put(
                "seriesCount", before == null ? 0 : before.path("seriesCount").asLong() + 1);
        quarantine.set("error", error);
        status().set("quarantine", quarantine);
        if (scheduled()) {
            status().put("code", "Quarantine");
        }
    }

    public void liftQuarantine() {
        status().putNull("quarantine");
        if (scheduled() && status().path("code").asText().equals("Quarantine")) {
            status().put("code", "Active");
        }
    }

    /** When a quarantined job is tried next. */
    public Instant nextAttempt() {
        return Instant.parse(status().path("quarantine").path("nextAttempt").asText());
    }

    /** When the series of quarantines began; only while quarantined. */
    public Instant quarantinedSince() {
        return Instant.parse(status().path("quarantine").path("seriesBegan").asText());
    }

    /** Evaluations that left the quarantine in force. */
    public long quarantineCount() {
        return status().path("quarantine").path("seriesCount").asLong();
    }

    /** Failures of an initial cycle were dropped instead of counted. */
    public void escrowsPruned() {
        status().put("escrowsPruned", true);
        pause();
    }

    private ObjectNode schedule() {
        return (ObjectNode) job.get("schedule");
    }

    private ObjectNode status() {
        return (ObjectNode) job.get("status");
    }
}
