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
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.provisioning.status.JobStatus;
import io.tenantry.provisioning.status.Quarantine;
import io.tenantry.provisioning.status.QuarantineReason;
import io.tenantry.provisioning.status.TaskExecution;
import io.tenantry.provisioning.status.Timetable;
import io.tenantry.store.Entity;
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
    private final JobDocument document;

    CycleEnd(Session source, SyncJob job, Entity document, ProvisioningConfig config, Instant now) {
        this.source = source;
        this.job = job;
        this.document = new JobDocument(document);
        this.config = config;
        this.now = now;
    }

    /** Returns the execution as the job shows it. */
    ObjectNode succeeded(Checkpoint reached, long entries) {
        Counters counters = reached.counters();
        long escrowed = new Escrows(source, job.number()).count();
        ObjectNode execution = execution(reached, escrowed);
        document.succeeded(execution, counters.staged == 0, entries);
        if (counters.staged > 0) {
            impose(QuarantineReason.TOO_MANY_DELETES);
        } else {
            judgeFailures(reached, escrowed, entries - escrowed);
        }
        return save(
                job.finished(reached.start().snapshot(), entries),
                reached.start().time(),
                execution);
    }

    /** More failures than an initial cycle may have are dropped and the job waits; others put it into quarantine. */
    private void judgeFailures(Checkpoint reached, long escrowed, long fine) {
        Optional<QuarantineReason> reason = new EscrowThresholds(config.quarantine())
                .exceeded(escrowed, reached.counters().referenceFailures, fine);
        if (reason.isEmpty()) {
            document.enter(document.cycling().clean());
        } else if (reached.start().initial()) {
            new Escrows(source, job.number()).clear();
            document.escrowsPruned();
        } else {
            impose(reason.get());
        }
    }

    /** A cycle that could not look at any object. What it would have read is read by the next one. */
    ObjectNode blocked(String code, String message) {
        ObjectNode error = TaskExecution.error(code, message, true);
        ObjectNode execution = failed(error);
        impose(QuarantineReason.EXCEPTION, error);
        return save(job.abandoned(), now, execution);
    }

    /** A cycle that broke by a fault of the service. */
    ObjectNode broken(String message) {
        ObjectNode execution = failed(TaskExecution.error("InternalError", message, false));
        return save(job.abandoned(), now, execution);
    }

    private ObjectNode failed(ObjectNode error) {
        ObjectNode execution = TaskExecution.of(Ids.random(), "Failed", now, now, error);
        document.failed(execution);
        return execution;
    }

    private void impose(QuarantineReason reason) {
        impose(reason, TaskExecution.error(reason.wireName(), reason.message(), true));
    }

    private void impose(QuarantineReason reason, ObjectNode error) {
        JobStatus.Cycling before = document.cycling();
        document.enter(before.quarantine(reason, error, now, config.giveUp()));
        if (before.quarantine().isEmpty()) {
            audit(reason, error.get("message").asText());
        }
    }

    private void audit(QuarantineReason reason, String message) {
        AuditEvent event = AuditEvent.ofProvisioning("Quarantine")
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
        source.update(document.entity());
        boolean goesOn = document.status() instanceof JobStatus.Scheduled;
        SyncJobs.save(source, goesOn ? ended.due(next(due)) : ended.unscheduled());
        return execution;
    }

    private Instant next(Instant due) {
        return document.status().quarantine().map(Quarantine::nextAttempt).orElseGet(() -> Timetable.next(due, now));
    }

    private ObjectNode execution(Checkpoint reached, long escrowed) {
        Counters counters = reached.counters();
        ObjectNode execution = TaskExecution.of(
                reached.start().cycleId(),
                escrowed > 0 ? "EntryLevelErrors" : "Succeeded",
                reached.start().time(),
                now,
                null);
        execution.put("countEntitled", counters.entitled);
        execution.put("countEntitledForProvisioning", counters.entitledForProvisioning);
        execution.put("countEscrowed", escrowed);
        execution.put("countEscrowedRaw", escrowed);
        execution.put("countExported", counters.exported);
        execution.put("countExports", counters.exports);
        execution.put("countImported", counters.imported);
        execution.put("countImportedDeltas", reached.start().initial() ? 0 : counters.imported);
        execution.put("countImportedReferenceDeltas", counters.referenceDeltas);
        return execution;
    }
}
