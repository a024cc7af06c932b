package io.tenantry.provisioning.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.mail.Outbox;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.cycle.Aside;
import io.tenantry.provisioning.cycle.Cycle;
import io.tenantry.provisioning.job.JobContexts;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.notice.JobNotices;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.failure.StoreException;
import io.tenantry.store.failure.StoreUnavailable;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Runs cycles to their end, releasing the write lane between batches. */
@ApplicationScoped
public class Cycles {
    private static final Logger LOG = Logger.getLogger(Cycles.class);
    private static final int ATTEMPTS = 3;

    private final Store store;
    private final VirtualClock clock;
    private final BatchGate gate;
    private final JobClaims claims;
    private final JobContexts contexts;
    private final ProvisioningConfig config;
    private final JobNotices notices;
    private final Executor readers = Executors.newCachedThreadPool(Cycles::reader);

    Cycles(
            Store store,
            VirtualClock clock,
            BatchGate gate,
            JobClaims claims,
            JobContexts contexts,
            ProvisioningConfig config,
            Outbox outbox) {
        this.store = store;
        this.clock = clock;
        this.gate = gate;
        this.claims = claims;
        this.contexts = contexts;
        this.config = config;
        this.notices = new JobNotices(outbox);
    }

    private static Thread reader(Runnable work) {
        Thread thread = new Thread(work, "cycles-ahead");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * One whole cycle. Where somebody is running the job, another one after it: the caller's writes may have come too late for that one.
     *
     * @return the execution as the job shows it; empty where the job is gone or the store was exchanged
     */
    Optional<ObjectNode> run(Tenant tenant, String jobId) {
        return claims.claim(tenant, jobId, () -> cycle(tenant, jobId));
    }

    /** The same, unless somebody is running the job or the job does not wait for it any more. */
    void runIfFree(Tenant tenant, String jobId, Predicate<SyncJob> waiting) {
        claims.claimIfFree(tenant, jobId, () -> store.readAtLength(tenant, session -> SyncJobs.find(session, jobId))
                .filter(waiting)
                .ifPresent(job -> cycle(tenant, jobId)));
    }

    private Optional<ObjectNode> cycle(Tenant tenant, String jobId) {
        long begun = gate.generation();
        Cycle cycle = new Cycle(contexts, config, notices, beside(begun, tenant), this::isAwaited, tenant, jobId);
        while (true) {
            Optional<Cycle.Progress> progress = gate.pass(begun, () -> batch(cycle, tenant, jobId));
            if (progress.isEmpty() || progress.get() instanceof Cycle.Progress.JobGone) {
                return Optional.empty();
            }
            if (progress.get() instanceof Cycle.Progress.Ended ended) {
                return Optional.of(ended.execution());
            }
            if (progress.get() instanceof Cycle.Progress.Superseded) {
                return cycle(tenant, jobId);
            }
        }
    }

    private Aside beside(long begun, Tenant tenant) {
        return work -> CompletableFuture.supplyAsync(
                () -> gate.passBeside(begun, () -> store.readAtLength(tenant, work)), readers);
    }

    private boolean isAwaited() {
        return gate.isAwaited() || store.isLaneAwaited();
    }

    private Cycle.Progress batch(Cycle cycle, Tenant tenant, String jobId) {
        try {
            return withRetries(cycle);
        } catch (StoreUnavailable e) {
            throw e; // no fault of the cycle, which goes on from its checkpoint
        } catch (RuntimeException e) {
            LOG.errorf(e, "A cycle of %s in %s broke", jobId, tenant.displayName());
            return store.writeAll(registry -> cycle.broken(registry, e, clock.now()));
        }
    }

    /** A name or address that another server gave away meanwhile, a deadlock: the batch reads again and decides anew. */
    private Cycle.Progress withRetries(Cycle cycle) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.writeAll(registry -> cycle.batch(registry, clock.now()));
            } catch (StoreUnavailable e) {
                throw e;
            } catch (StoreException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.debugf(e, "A batch is tried again");
            }
        }
    }
}
