package io.tenantry.provisioning.ondemand;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.export.BatchWrites;
import io.tenantry.provisioning.export.Counters;
import io.tenantry.provisioning.export.UserRun;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobContexts;
import io.tenantry.provisioning.job.JobContexts.Readiness;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.user.UserPage;
import io.tenantry.provisioning.user.UserReader;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    /** Takes in a request for a job; where there are too many, says after how long there is room again. */
    public Optional<Duration> admit(Session source, String jobId, Instant now) {
        SyncJob job = SyncJobs.lock(source, jobId).orElseThrow();
        return new RequestLimit(source, job.number()).take(now);
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
        UserPage page = new UserReader(context, source, target).byId(List.of(userId));
        if (page.users().stream().noneMatch(user -> user.read().live())) {
            return new Result.Unknown();
        }
        return new Result.Done(run(context, source, target, page, now).json(), now, now);
    }

    private ProvisioningLogEntry run(JobContext context, Session source, Session target, UserPage page, Instant now) {
        Run run = new Run(context, Ids.random(), new Mode(true, true, true), now);
        BatchWrites writes = new BatchWrites();
        ProvisioningLogEntry entry = new UserRun(run, config, writes, new Counters())
                .run(page, source.changes().nextNumbers(1))
                .get(0);
        writes.flush(source, target, context.job().number(), now);
        if (writes.freshLinks() > 0) {
            SyncJobs.save(source, context.job().withEntries(context.job().entries() + writes.freshLinks()));
        }
        return entry;
    }
}
