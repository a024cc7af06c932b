package io.tenantry.provisioning.schedule;

import io.tenantry.mail.Outbox;
import io.tenantry.mail.TestSmtp;
import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.cycle.Aside;
import io.tenantry.provisioning.cycle.Cycle;
import io.tenantry.provisioning.job.JobContexts;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.job.PolicyGate;
import io.tenantry.provisioning.notice.JobNotices;
import io.tenantry.provisioning.ondemand.OnDemand;
import io.tenantry.provisioning.plan.Explainer;
import io.tenantry.provisioning.plan.KeptPlans;
import io.tenantry.provisioning.plan.PlanPages;
import io.tenantry.provisioning.plan.Planner;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Baseline B (provisioning-engine.md §19) without a server: tenants alderwood (S), birchline (T) and cedarhall (U), a configuration from S to T,
 * internal members ana, ben and cho of S assigned to it. The clock stands still.
 */
final class World implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    final VirtualClock clock = new VirtualClock();
    final JobSchema schemas = new JobSchema(() -> "2023");
    final Supplier<Store> database;
    final int batch;
    Store store;
    CycleScheduler scheduler;
    HistoryPurge history;
    TestRetention retention;
    TestConfig.Limits limits = TestConfig.Limits.DEFAULT;
    private ExecutorService workers;
    JobContexts contexts;
    OnDemand onDemand;
    Outbox outbox;
    PlanPages plans;
    Explainer explainer;
    TestTenant alderwood;
    TestTenant birchline;
    TestTenant cedarhall;
    TestSync sync;
    Entity ana;
    Entity ben;
    Entity cho;

    private World(Supplier<Store> database, int batch, TestRetention retention) {
        this.database = database;
        this.batch = batch;
        this.retention = retention;
        clock.set(BEGIN, true);
        open();
    }

    static World baseline(Supplier<Store> database) {
        return empty(database, 200).populated();
    }

    /** Tenants and configuration, nobody in it. */
    static World empty(Supplier<Store> database, int batch) {
        return empty(database, batch, TestRetention.DEFAULT);
    }

    static World empty(Supplier<Store> database, int batch, TestRetention retention) {
        World world = new World(database, batch, retention);
        world.alderwood = world.tenant("alderwood");
        world.birchline = world.tenant("birchline");
        world.cedarhall = world.tenant("cedarhall");
        world.sync = new TestSync(world, world.alderwood, world.birchline);
        return world;
    }

    World populated() {
        ana = alderwood.user("ana");
        ben = alderwood.user("ben");
        cho = alderwood.user("cho");
        sync.assign(ana, ben, cho);
        return this;
    }

    /** Everything that a server has in memory, anew over the same files. */
    void open() {
        store = database.get();
        Tenants tenants = StoreUnderTest.tenants(store);
        DirectoryNames names = () -> "2023";
        contexts = new JobContexts(new PolicyGate(tenants), schemas, names, clock);
        onDemand = new OnDemand(contexts, config());
        Planner planner = new Planner(store, contexts, names, clock);
        plans = new PlanPages(planner, new KeptPlans(clock));
        explainer = new Explainer(planner, contexts);
        BatchGate gate = new BatchGate();
        outbox = new Outbox(store, tenants, TestSmtp.NONE);
        Cycles cycles = new Cycles(store, clock, gate, new JobClaims(), contexts, config(), outbox);
        workers = Executors.newSingleThreadExecutor();
        history = new HistoryPurge(store, tenants, retention);
        scheduler = new CycleScheduler(
                store, tenants, clock, cycles, gate, new RetentionPurge(store, tenants), history, workers);
    }

    /** Lets the scheduler look what is due, and returns when that has run: one worker takes the look first, then what it found. */
    void wake() throws Exception {
        scheduler.wake();
        for (int rounds = 0; rounds < 2; rounds++) {
            workers.submit(() -> {}).get();
        }
    }

    /** A new process over the same store. */
    void reopen() {
        workers.shutdown();
        open();
        List.of(alderwood, birchline, cedarhall).forEach(tenant -> tenant.store = store);
    }

    TestTenant tenant(String name) {
        return tenant(name, "global");
    }

    TestTenant tenant(String name, String cloud) {
        String id = new java.util.UUID(name.hashCode(), name.length()).toString();
        Tenant tenant = store.writeAll(
                registry -> registry.addTenant(id, name, name, List.of(name + ".onmicrosoft.com"), cloud, BEGIN));
        return new TestTenant(store, tenant);
    }

    /** The target's user of a source user. */
    Entity target(Entity user) {
        return birchline.external(user).orElseThrow(() -> new AssertionError("no target user of " + user));
    }

    void advance(String by) {
        scheduler.advanceTo(clock.now().plus(Duration.parse(by)));
    }

    /** As {@link #advance}, for a server that comes to what is due once a day: where what happens in between is not looked at. */
    void daysGoBy(int days) {
        for (int day = 0; day < days; day++) {
            clock.set(clock.now().plus(Duration.ofDays(1)), true);
            scheduler.advanceTo(clock.now());
        }
    }

    /** As a server reads, on another thread. */
    Aside aside() {
        return work -> CompletableFuture.supplyAsync(() -> Optional.of(store.read(alderwood.tenant, work)));
    }

    /** What a server has in memory of the job's cycle, whose batches end as soon as they may. */
    Cycle cycle(ProvisioningConfig config) {
        return cycle(config, () -> true);
    }

    Cycle cycle(ProvisioningConfig config, BooleanSupplier awaited) {
        return new Cycle(contexts, config, notices(), aside(), awaited, alderwood.tenant, sync.jobId);
    }

    JobNotices notices() {
        return new JobNotices(outbox);
    }

    /** Failures put a job into quarantine from here on. */
    void limits(int minimum, double proportion, int base, int total) {
        limits = new TestConfig.Limits(minimum, proportion, base, total);
    }

    ProvisioningConfig config() {
        return new TestConfig(batch, () -> limits);
    }

    @Override
    public void close() {
        workers.shutdown();
        StoreUnderTest.close(store);
        if (database instanceof UsedDatabase used) {
            used.giveBack();
        }
    }
}
