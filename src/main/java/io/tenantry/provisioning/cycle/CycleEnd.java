package io.tenantry.provisioning.cycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.export.Counters;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.status.EscrowThresholds;
import io.tenantry.provisioning.status.JobStatus;
import io.tenantry.provisioning.status.QuarantineReason;
import io.tenantry.provisioning.status.TaskExecution;
import io.tenantry.provisioning.status.Timetable;
import io.tenantry.store.Entity;
import io.tenantry.store.Key;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a cycle that came to its end, well or not, leaves in status, schedule and watermark of its job. */
final class CycleEnd {
    private final Session source;
    private final ProvisioningConfig config;
    private final Instant now;
    private final SyncJob job;
    private final Entity document;
    private final JobStatus status;

    CycleEnd(Session source, SyncJob job, Entity document, ProvisioningConfig config, Instant now) {
        this.source = source;
        this.job = job;
        this.document = document;
        this.status = new JobStatus(document);
        this.config = config;
        this.now = now;
    }

    /** Returns the execution as the job shows it. */
    ObjectNode succeeded(Checkpoint state, long entries) {
        Counters counters = state.counters();
        long escrowed = new Escrows(source, job.number()).count();
        ObjectNode execution = execution(state, escrowed);
        status.succeeded(execution, counters.staged == 0, entries);
        if (counters.staged > 0) {
            quarantine(QuarantineReason.TOO_MANY_DELETES, QuarantineReason.TOO_MANY_DELETES.message());
        } else {
            judgeFailures(state, escrowed, counters.referenceFailures, entries - escrowed);
        }
        return save(job.finished(state.snapshot(), entries), Key.instant(state.began()), execution);
    }

    /** More failures than an initial cycle may have are dropped and the job waits; others put it into quarantine. */
    private void judgeFailures(Checkpoint state, long escrowed, long references, long fine) {
        Optional<QuarantineReason> reason =
                new EscrowThresholds(config.quarantine()).exceeded(escrowed, references, fine);
        if (reason.isEmpty()) {
            status.liftQuarantine();
        } else if (state.initial()) {
            new Escrows(source, job.number()).clear();
            status.escrowsPruned();
        } else {
            quarantine(reason.get(), reason.get().message());
        }
    }

    /** A cycle that could not look at any object. What it would have read is read by the next one. */
    ObjectNode blocked(String code, String message) {
        return failed(code, message, true);
    }

    /** A cycle that broke by a fault of the service. */
    ObjectNode broken(String message) {
        return failed("InternalError", message, false);
    }

    private ObjectNode failed(String code, String message, boolean tenantActionable) {
        ObjectNode error = TaskExecution.error(code, message, tenantActionable);
        ObjectNode execution = TaskExecution.of(Ids.random(), "Failed", now, now, error);
        status.failed(execution);
        if (tenantActionable) {
            impose(QuarantineReason.EXCEPTION, error);
        }
        return save(job.abandoned(), now, execution);
    }

    private void quarantine(QuarantineReason reason, String message) {
        impose(reason, TaskExecution.error(reason.wireName(), message, true));
    }

    private void impose(QuarantineReason reason, ObjectNode error) {
        boolean first = !status.quarantined();
        long evaluations = first ? 0 : status.quarantineCount() + 1;
        status.quarantine(reason.wireName(), error, now, Timetable.attempt(evaluations, now));
        if (!status.quarantinedSince().plus(config.giveUp()).isAfter(now)) {
            status.giveUp();
        }
        if (first) {
            audit(reason, error.get("message").asText());
        }
    }

    private void audit(QuarantineReason reason, String message) {
        AuditEvent event = AuditEvent.of("Quarantine", "ProvisioningManagement", "")
                .by("Account Provisioning")
                .idPrefix("Sync")
                .because(message)
                .target("ServicePrincipal", job.servicePrincipal(), application(), null)
                .detail("Details", message)
                .detail("ErrorCode", reason.wireName())
                .detail("EventName", "Quarantine")
                .detail("ipaddr", "");
        AuditLog.record(source, now, Actor.CLOUD_SYNC, List.of(event));
    }

    private String application() {
        return source.find("servicePrincipal", job.servicePrincipal())
                .map(principal -> principal.text("displayName"))
                .orElse(null);
    }

    private ObjectNode save(SyncJob ended, Instant began, ObjectNode execution) {
        Instant due = job.nextRun().filter(each -> !each.isAfter(began)).orElse(began);
        source.update(document);
        SyncJobs.save(source, status.scheduled() ? ended.due(next(due)) : ended.unscheduled());
        return execution;
    }

    private Instant next(Instant due) {
        return status.quarantined() ? status.nextAttempt() : Timetable.next(due, now);
    }

    private ObjectNode execution(Checkpoint state, long escrowed) {
        Counters counters = state.counters();
        ObjectNode execution = TaskExecution.of(
                state.cycleId(),
                escrowed > 0 ? "EntryLevelErrors" : "Succeeded",
                Key.instant(state.began()),
                now,
                null);
        execution.put("countEntitled", counters.entitled);
        execution.put("countEntitledForProvisioning", counters.entitledForProvisioning);
        execution.put("countEscrowed", escrowed);
        execution.put("countEscrowedRaw", escrowed);
        execution.put("countExported", counters.exported);
        execution.put("countExports", counters.exports);
        execution.put("countImported", counters.imported);
        execution.put("countImportedDeltas", state.initial() ? 0 : counters.imported);
        execution.put("countImportedReferenceDeltas", counters.referenceDeltas);
        return execution;
    }
}
