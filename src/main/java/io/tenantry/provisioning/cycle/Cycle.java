package io.tenantry.provisioning.cycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobContexts;
import io.tenantry.provisioning.job.JobContexts.Readiness;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.link.PendingMemberships;
import io.tenantry.provisioning.link.PendingReferences;
import io.tenantry.provisioning.notice.JobNotices;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.store.Entity;
import io.tenantry.store.Registry;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One cycle of one job, from its beginning or from the checkpoint that another process left, batch by batch. Each batch is a transaction
 * over both tenants that also moves the checkpoint: killed anywhere, the cycle loses nothing and doubles nothing.
 */
public final class Cycle {
    /** So many times the objects that are done at least: a page that several of them change is then written once. */
    private static final int LONGEST = 4;

    private final JobContexts contexts;
    private final ProvisioningConfig config;
    private final Tenant tenant;
    private final String jobId;
    private final JobNotices notices;
    private final BooleanSupplier awaited;
    private final ReadAhead users;
    private String cycleId;
    private JobContext context;

    /** @param awaited whether somebody waits for the end of a batch */
    public Cycle(
            JobContexts contexts,
            ProvisioningConfig config,
            JobNotices notices,
            Aside aside,
            BooleanSupplier awaited,
            Tenant tenant,
            String jobId) {
        this.contexts = contexts;
        this.config = config;
        this.notices = notices;
        this.awaited = awaited;
        this.users = new ReadAhead(aside);
        this.tenant = tenant;
        this.jobId = jobId;
    }

    /** How a batch ended. */
    public sealed interface Progress {
        /** There is more to do. */
        record Underway() implements Progress {}

        /** The cycle ended; its execution as the job shows it. */
        record Ended(ObjectNode execution) implements Progress {}

        /** Somebody restarted the job: this cycle is no more, another one is due. */
        record Superseded() implements Progress {}

        /** The job is no more. */
        record JobGone() implements Progress {}
    }

    public Progress batch(Registry registry, Instant now) {
        Session source = registry.session(tenant);
        Optional<SyncJob> locked = SyncJobs.lock(source, jobId);
        if (locked.isEmpty()) {
            return new Progress.JobGone();
        }
        SyncJob job = locked.get();
        Optional<Checkpoint> checkpoint = job.cycle().map(Checkpoint::of);
        if (cycleId != null
                && checkpoint
                        .filter(each -> each.start().cycleId().equals(cycleId))
                        .isEmpty()) {
            return new Progress.Superseded();
        }
        Optional<Entity> servicePrincipal = source.find("servicePrincipal", job.servicePrincipal());
        Optional<Entity> document = source.findChild(JobDocument.TYPE, job.servicePrincipal(), jobId);
        if (servicePrincipal.isEmpty() || document.isEmpty()) {
            SyncJobs.delete(source, job);
            return new Progress.JobGone();
        }
        CycleEnd end = new CycleEnd(source, job, document.get(), config, notices, now);
        Optional<Readiness.Blocked> blocked = prepare(source, job, servicePrincipal.get());
        if (blocked.isPresent()) {
            return new Progress.Ended(
                    end.blocked(blocked.get().code(), blocked.get().message()));
        }
        return advance(source, job, checkpoint.orElseGet(() -> begin(source, job, now)), end, now);
    }

    /** It broke by a fault of the service: a failed execution shows it, and the next cycle begins where this one began. */
    public Progress broken(Registry registry, RuntimeException cause, Instant now) {
        Session source = registry.session(tenant);
        return SyncJobs.lock(source, jobId)
                .flatMap(job -> source.findChild(JobDocument.TYPE, job.servicePrincipal(), jobId)
                        .<Progress>map(document -> new Progress.Ended(
                                new CycleEnd(source, job, document, config, notices, now).broken(cause.toString()))))
                .orElseGet(Progress.JobGone::new);
    }

    /** What the run needs is gathered once; the policies are looked at when it begins (provisioning-engine.md §18.6). */
    private Optional<Readiness.Blocked> prepare(Session source, SyncJob job, Entity servicePrincipal) {
        if (context != null) {
            return Optional.empty();
        }
        Readiness readiness = contexts.of(source, job, servicePrincipal);
        if (readiness instanceof Readiness.Ready ready) {
            context = ready.context();
            return Optional.empty();
        }
        return Optional.of((Readiness.Blocked) readiness);
    }

    private static Checkpoint begin(Session source, SyncJob job, Instant now) {
        new ObjectLinks(source, job.number()).reset();
        new WorkList(source, job.number()).clear();
        new PendingReferences(source, job.number()).clear();
        new PendingMemberships(source, job.number()).clear();
        Checkpoint checkpoint = Checkpoint.begin(CycleStart.at(
                now,
                job.watermark().isEmpty(),
                job.forced(),
                job.watermark().orElse(0),
                source.changes().lastChange()));
        if (checkpoint.start().initial()) {
            checkpoint.counters().expected = new WorkList(source, job.number()).everyone();
        }
        return checkpoint;
    }

    private Progress advance(Session source, SyncJob job, Checkpoint checkpoint, CycleEnd end, Instant now) {
        source.afterCommit(store -> cycleId = checkpoint.start().cycleId());
        Session.takeTurns(source, source.of(context.target()));
        CycleBatch batch = new CycleBatch(source, context, users, checkpoint, job.entries(), config, now);
        for (int done = 0; batch.reached().phase() != Phase.DONE && goesOn(done); ) {
            done += Pass.of(batch.reached().phase()).advance(batch);
        }
        if (batch.reached().phase() == Phase.DONE) {
            return new Progress.Ended(end.completed(batch.reached(), batch.entries()));
        }
        end.underway(batch.reached(), config.batch());
        SyncJobs.save(source, job.checkpoint(batch.reached().toJson(), batch.entries()));
        return new Progress.Underway();
    }

    private boolean goesOn(int done) {
        return done < config.batch() || done < LONGEST * config.batch() && !awaited.getAsBoolean();
    }
}
