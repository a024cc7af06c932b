package io.tenantry.provisioning.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.tenantry.directory.dynamic.TimedMembership;
import io.tenantry.error.GraphError;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.store.failure.StoreUnavailable;
import io.tenantry.time.VirtualClock;
import io.tenantry.world.CycleControl;
import io.tenantry.world.Quiescence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs what is due by the virtual clock. While it stands still nothing runs by itself: cycles come from {@link #runNow} and
 * {@link #advanceTo} only. What is due stands in the store, so that a restarted server goes on where the former one ended.
 */
@ApplicationScoped
public class CycleScheduler implements CycleControl, Quiescence {
    private static final Logger LOG = Logger.getLogger(CycleScheduler.class);
    private static final int WORKERS = 2;
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);

    private final Store store;
    private final VirtualClock clock;
    private final Cycles cycles;
    private final BatchGate gate;
    private final RetentionPurge purge;
    private final HistoryPurge history;
    private final DueJobs due;
    private final TimedMembership timed;
    private final TimeTravel travel;
    private final Set<String> queued = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers;

    @Inject
    CycleScheduler(
            Store store,
            Tenants tenants,
            VirtualClock clock,
            Cycles cycles,
            BatchGate gate,
            RetentionPurge purge,
            HistoryPurge history) {
        this(
                store,
                tenants,
                clock,
                cycles,
                gate,
                purge,
                history,
                Executors.newFixedThreadPool(WORKERS, CycleScheduler::daemon));
    }

    CycleScheduler(
            Store store,
            Tenants tenants,
            VirtualClock clock,
            Cycles cycles,
            BatchGate gate,
            RetentionPurge purge,
            HistoryPurge history,
            ExecutorService workers) {
        this.store = store;
        this.clock = clock;
        this.cycles = cycles;
        this.gate = gate;
        this.purge = purge;
        this.history = history;
        this.due = new DueJobs(store, tenants);
        this.timed = new TimedMembership(store, tenants);
        this.travel = new TimeTravel(clock, cycles, due, purge, history, timed);
        this.workers = workers;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cycles");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * One cycle of a started job, now.
     *
     * @return its execution as the job shows it
     * @throws GraphError 404 where the tenant has no such job, 409 where it is not started
     */
    @Override
    public ObjectNode runNow(Tenant tenant, String jobId) {
        SyncJob job = store.readAtLength(tenant, session -> SyncJobs.find(session, jobId))
                .orElseThrow(() -> GraphError.notFound(jobId));
        if (job.nextRun().isEmpty()) {
            throw GraphError.of(409, "Request_BadRequest", "The job '" + jobId + "' is not started.");
        }
        return cycles.run(tenant, jobId).orElseThrow(() -> GraphError.notFound(jobId));
    }

    @Override
    public Optional<Instant> nextRun() {
        return due.next();
    }

    @Override
    public List<Ran> advanceTo(Instant end) {
        return travel.advanceTo(end);
    }

    /** Waits for running cycles to come to the border of a batch, does the work alone, and lets go on what the store then holds. */
    @Override
    public void exclusively(Runnable work) {
        gate.exclusively(work);
    }

    /** Something may be due: a job was started. */
    public void wake() {
        workers.execute(() -> whereTheStoreServes(() -> gate.pass(this::enqueueDue)));
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        whereTheStoreServes(() -> gate.pass(() -> {
            if (!clock.frozen()) {
                purge.purge(clock.now());
                timed.follow(clock.now());
                enqueueDue();
                history.look(clock.now());
            }
        }));
    }

    /** Where it does not, the next tick comes soon: the store says what is wrong with it, and what is due stays due. */
    private static void whereTheStoreServes(Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailable e) {
            LOG.debug("The store does not serve", e);
        }
    }

    /** Nothing comes by itself while the clock stands still. */
    private void enqueueDue() {
        if (!clock.frozen()) {
            due.at(clock.now()).stream()
                    .filter(each -> queued.add(each.jobId()))
                    .forEach(each -> workers.execute(() -> runQueued(each)));
        }
    }

    private void runQueued(DueJobs.Due job) {
        try {
            whereTheStoreServes(() -> cycles.runIfFree(job.tenant(), job.jobId(), now -> isDue(now, clock.now())));
        } finally {
            queued.remove(job.jobId());
        }
    }

    /** Since it was found, somebody else may have run it, or stopped the clock. */
    private boolean isDue(SyncJob job, Instant now) {
        return !clock.frozen()
                && (job.cycle().isPresent()
                        || job.nextRun().filter(at -> !at.isAfter(now)).isPresent());
    }

    /** Cycles stop at the border of a batch; the next start goes on from there. Behind this nothing touches the store. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        gate.close();
        workers.shutdown();
        if (!workers.awaitTermination(LONGEST_BATCH.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("A cycle did not come to the border of a batch in time");
        }
    }
}
