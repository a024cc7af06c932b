package io.tenantry.provisioning.cycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.export.Counters;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.notice.JobNotices;
import io.tenantry.provisioning.notice.JobNotices.Subject;
import io.tenantry.provisioning.status.CycleRuns;
import io.tenantry.provisioning.status.EscrowThresholds;
import io.tenantry.provisioning.status.EscrowThresholds.Failures;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.provisioning.status.JobStatus;
import io.tenantry.provisioning.status.Quarantine;
import io.tenantry.provisioning.status.QuarantineReason;
import io.tenantry.provisioning.status.TaskExecution;
import io.tenantry.provisioning.status.Timetable;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.Optional;

/** What a cycle that came to its end, well or not, leaves in status, schedule and watermark of its job. */
final class CycleEnd {
    private final Session source;
    private final ProvisioningConfig config;
    private final Instant now;
    private final SyncJob job;
    private final JobDocument document;
    private final JobNotices notices;
    private final Imposition imposition;

    CycleEnd(Session source, SyncJob job, Entity document, ProvisioningConfig config, JobNotices notices, Instant now) {
        this.source = source;
        this.job = job;
        this.document = new JobDocument(document);
        this.config = config;
        this.notices = notices;
        this.now = now;
        this.imposition = new Imposition(new Subject(source, job, now), this.document, config.giveUp(), notices);
    }

    /** A cycle that goes on shows how far it has come. */
    void underway(Checkpoint reached, int page) {
        Counters counters = reached.counters();
        long total = (Math.max(counters.expected, counters.imported) + page - 1) / page;
        document.progress(counters.imported / page, total, now);
        runs().underway(
                        reached.start().cycleId(),
                        reached.start().initial(),
                        reached.start().time(),
                        counters.entries);
        source.update(document.entity());
    }

    /** Returns the execution as the job shows it. */
    ObjectNode completed(Checkpoint reached, long entries) {
        Counters counters = reached.counters();
        Escrows escrows = new Escrows(source, job.number());
        long standing = escrows.count();
        escrows.dropOlderThan(now.minus(config.giveUp()));
        ObjectNode execution = execution(reached, standing);
        long groups = new ObjectLinks(source, job.number()).count(ObjectType.GROUP);
        document.completed(execution, counters.staged == 0, entries - groups, groups);
        judge(reached, standing);
        runs().ended(reached.start().initial(), counters.entries, document.lastExecution());
        return save(
                job.finished(reached.start().snapshot(), entries),
                reached.start().time(),
                execution);
    }

    private CycleRuns runs() {
        return new CycleRuns(source, job.number());
    }

    private void judge(Checkpoint reached, long standing) {
        Counters counters = reached.counters();
        boolean initial = reached.start().initial();
        Optional<QuarantineReason> reason = counters.staged > 0
                ? Optional.of(QuarantineReason.TOO_MANY_DELETES)
                : new EscrowThresholds(config.quarantine())
                        .exceeded(
                                new Failures(standing, counters.referenceFailures, counters.failed, counters.imported))
                        .or(() -> initial ? Optional.empty() : lasting(standing, counters.settled));
        boolean pruned = initial && reason.filter(QuarantineReason::ofEscrows).isPresent();
        if (initial) {
            document.escrowsPruned(pruned);
        }
        if (pruned) {
            prune();
        } else if (reason.isPresent()) {
            impose(reason.get(), counters.staged);
        } else {
            document.enter(document.cycling().clean());
        }
        if (standing > 0 && standing == counters.failedFirst && (pruned || reason.isEmpty())) {
            notices.failures(new Subject(source, job, now), standing);
        }
    }

    /** A quarantine for failures lasts until one of them is mended, or none is left (provisioning-engine.md §1.7). */
    private Optional<QuarantineReason> lasting(long standing, long settled) {
        return document.status()
                .quarantine()
                .map(imposed -> QuarantineReason.of(imposed.reason()))
                .filter(reason -> reason.ofEscrows() && standing > 0 && settled == 0);
    }

    /** More failures than an initial cycle may have are dropped, and the job waits for its administrator. */
    private void prune() {
        new Escrows(source, job.number()).clear();
        document.enter(document.cycling().clean());
        document.enter(document.status().pause());
    }

    /** A cycle that could not look at any object. What it would have read is read by the next one. */
    ObjectNode blocked(String code, String message) {
        ObjectNode error = TaskExecution.error(code, message, true);
        ObjectNode execution = failed(error);
        imposition.impose(QuarantineReason.EXCEPTION, error, 0);
        return save(job.abandoned(), now, execution);
    }

    /** A cycle that broke by a fault of the service. */
    ObjectNode broken(String message) {
        ObjectNode execution = failed(TaskExecution.error("InternalError", message, false));
        return save(job.abandoned(), now, execution);
    }

    private ObjectNode failed(ObjectNode error) {
        Optional<Checkpoint> reached = job.cycle().map(Checkpoint::of);
        ObjectNode execution = TaskExecution.of(
                reached.map(each -> each.start().cycleId()).orElseGet(Ids::random),
                "Failed",
                reached.map(each -> each.start().time()).orElse(now),
                now,
                error);
        document.failed(execution);
        runs().ended(
                        reached.map(each -> each.start().initial())
                                .orElse(job.watermark().isEmpty()),
                        reached.map(Checkpoint::counters).orElseGet(Counters::new).entries,
                        execution);
        return execution;
    }

    private void impose(QuarantineReason reason, long staged) {
        ObjectNode error = TaskExecution.error(reason.wireName(), reason.message(), true);
        document.error(error);
        imposition.impose(reason, error, staged);
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
                escrowed > 0 ? TaskExecution.ENTRY_LEVEL_ERRORS : TaskExecution.SUCCEEDED,
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
