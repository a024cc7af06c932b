package io.tenantry.provisioning.ondemand;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.export.BatchWrites;
import io.tenantry.provisioning.export.Counters;
import io.tenantry.provisioning.export.RetryPlan;
import io.tenantry.provisioning.export.UserRun;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobContexts;
import io.tenantry.provisioning.job.JobContexts.Readiness;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.user.Mode;
import io.tenantry.provisioning.user.Subject;
import io.tenantry.provisioning.user.Subjects;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Provisions one user at once, by the same code as a cycle; the watermark stays (provisioning-engine.md §8). */
@ApplicationScoped
public class OnDemand {
    private final JobContexts contexts;
    private final ProvisioningConfig config;

    public OnDemand(JobContexts contexts, ProvisioningConfig config) {
        this.contexts = contexts;
        this.config = config;
    }

    /** What came of it. */
    public sealed interface Result {
        /** The user was evaluated: the log entry that was written. */
        record Done(ObjectNode entry, Instant began, Instant ended) implements Result {}

        /** The connection test failed, no user was looked at. */
        record Refused(String code, String message) implements Result {}

        /** The source has no such user. */
        record Unknown() implements Result {}
    }

    /** @param source session of the job's tenant, in a transaction that may write */
    public Result provision(Session source, String jobId, Entity servicePrincipal, String userId, Instant now) {
        SyncJob job = SyncJobs.lock(source, jobId).orElseThrow();
        Readiness readiness = contexts.of(source, job, servicePrincipal);
        if (readiness instanceof Readiness.Blocked blocked) {
            return new Result.Refused(blocked.code(), blocked.message());
        }
        JobContext context = ((Readiness.Ready) readiness).context();
        Session target = source.of(context.target());
        Session.takeTurns(source, target);
        Subjects.Page page = new Subjects(context, source, target).byId(List.of(userId));
        Optional<Subject> subject =
                page.subjects().stream().filter(Subject::exists).findFirst();
        if (subject.isEmpty() || subject.get().deletedInSource()) {
            return new Result.Unknown();
        }
        return run(context, source, target, page, now);
    }

    private Result run(JobContext context, Session source, Session target, Subjects.Page page, Instant now) {
        BatchWrites writes = new BatchWrites();
        Mode mode = new Mode(true, true, true);
        UserRun run = new UserRun(context, Ids.random(), mode, now, writes, new Counters(), new RetryPlan(config));
        ProvisioningLogEntry entry =
                run.run(page, source.changes().nextNumbers(1)).get(0);
        writes.flush(source, target, context.job().number(), now);
        if (writes.freshLinks() > 0) {
            SyncJobs.save(source, context.job().withEntries(context.job().entries() + writes.freshLinks()));
        }
        return new Result.Done(entry.json(), now, now);
    }
}
