package io.tenantry.provisioning.ondemand;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobContexts;
import io.tenantry.provisioning.job.JobContexts.Readiness;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Run;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Provisions one user or group at once, by the same code as a cycle; the watermark stays (provisioning-engine.md §8). */
@ApplicationScoped
public class OnDemand {
    private final JobContexts contexts;
    private final ProvisioningConfig config;

    public OnDemand(JobContexts contexts, ProvisioningConfig config) {
        this.contexts = contexts;
        this.config = config;
    }

    /**
     * What is to be provisioned.
     *
     * @param members of a group, by their ids in the source, who are to come along
     */
    public record Subject(ObjectType type, String id, List<String> members) {}

    /** What came of it. */
    public sealed interface Result {
        /** The object was evaluated: the log entries that were written, its own first, then those of members who came along. */
        record Done(List<ObjectNode> entries, Instant began, Instant ended) implements Result {}

        /** The connection test failed, no object was looked at. */
        record Refused(String code, String message) implements Result {}

        /** The source has no such object. */
        record Unknown() implements Result {}

        /** The job carries no groups. */
        record TypeOff() implements Result {}
    }

    /** Takes in a request for a job; where there are too many, says after how long there is room again. */
    public Optional<Duration> admit(Session source, String jobId, Instant now) {
        SyncJob job = SyncJobs.lock(source, jobId).orElseThrow();
        return new RequestLimit(source, job.number()).take(now);
    }

    /** @param source session of the job's tenant, in a transaction that may write */
    public Result provision(Session source, String jobId, Entity servicePrincipal, Subject subject, Instant now) {
        SyncJob job = SyncJobs.lock(source, jobId).orElseThrow();
        Readiness readiness = contexts.of(source, job, servicePrincipal);
        if (readiness instanceof Readiness.Blocked blocked) {
            return new Result.Refused(blocked.code(), blocked.message());
        }
        JobContext context = ((Readiness.Ready) readiness).context();
        if (subject.type() == ObjectType.GROUP && !context.rules().groups().enabled()) {
            return new Result.TypeOff();
        }
        Session target = source.of(context.target());
        Session.takeTurns(source, target);
        Run run = new Run(context, Ids.random(), Mode.ON_DEMAND, now);
        List<ProvisioningLogEntry> entries = new SubjectRun(run, config, source, target).of(subject);
        return entries.isEmpty()
                ? new Result.Unknown()
                : new Result.Done(
                        entries.stream().map(ProvisioningLogEntry::json).toList(), now, now);
    }
}
