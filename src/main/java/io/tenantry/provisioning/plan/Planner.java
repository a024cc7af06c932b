package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.cycle.Aside;
import io.tenantry.provisioning.cycle.CycleStart;
import io.tenantry.provisioning.job.Gate;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobContexts;
import io.tenantry.provisioning.job.JobContexts.Prospect;
import io.tenantry.provisioning.job.JobContexts.Readiness;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.provisioning.status.JobStatus;
import io.tenantry.provisioning.status.Quarantine;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes plans, in one view of the store and without writing to it, so that no writer waits. One at a time: each may be of the size of a
 * directory.
 */
@ApplicationScoped
public class Planner {
    private static final long LONGEST_WAIT = 60;
    /** Each who waits has a thread. */
    private static final int MOST_WAITING = 16;

    private static final List<String> POLICY_GATES =
            List.of("sourceRedemption", "targetSynchronization", "targetRedemption");

    private final Store store;
    private final JobContexts contexts;
    private final DirectoryNames names;
    private final VirtualClock clock;
    private final ReentrantLock one = new ReentrantLock(true);
    private final Executor reader = Executors.newSingleThreadExecutor(Planner::reader);

    public Planner(Store store, JobContexts contexts, DirectoryNames names, VirtualClock clock) {
        this.store = store;
        this.contexts = contexts;
        this.names = names;
        this.clock = clock;
    }

    private static Thread reader(Runnable work) {
        Thread thread = new Thread(work, "plans-ahead");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What a plan is made of.
     *
     * @param context empty where a gate of the policies is closed or the schema is none
     */
    record Basis(
            Session source,
            SyncJob job,
            Entity servicePrincipal,
            JobDocument document,
            Prospect prospect,
            Proposal proposal,
            Instant now) {
        Optional<JobContext> context() {
            return prospect.readiness() instanceof Readiness.Ready ready
                    ? Optional.of(ready.context())
                    : Optional.empty();
        }

        /** Everyone is read where nothing was taken in yet, and after a change of the schema (provisioning-engine.md §1.5). */
        boolean initial() {
            return job.watermark().isEmpty()
                    || proposal.initial().orElseGet(() -> proposal.schema().isPresent());
        }
    }

    /** What lets the next cycle begin, or does not; no plan is made for it. Empty where there is no such job. */
    public Optional<ArrayNode> gates(Tenant tenant, String jobId) {
        return store.read(tenant, source -> basis(source, jobId, Proposal.NONE).map(basis -> Plan.shown(gates(basis))));
    }

    /** Makes a plan and works on it in the view that it was made in; empty where there is no such job. */
    <T> Optional<T> plan(Tenant tenant, String jobId, Proposal proposal, Use<T> use) {
        if (!waited()) {
            throw new PlannerBusy();
        }
        try {
            return store.snapshot(registry ->
                    basis(registry.session(tenant), jobId, proposal).map(basis -> use.of(basis, plan(basis))));
        } finally {
            one.unlock();
        }
    }

    /** What is done with a plan, which it has to close or to keep. */
    interface Use<T> {
        T of(Basis basis, Plan plan);
    }

    private boolean waited() {
        try {
            return one.getQueueLength() < MOST_WAITING && one.tryLock(LONGEST_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Basis> basis(Session source, String jobId, Proposal proposal) {
        return SyncJobs.find(source, jobId).flatMap(job -> source.find("servicePrincipal", job.servicePrincipal())
                .flatMap(principal -> source.findChild(JobDocument.TYPE, job.servicePrincipal(), jobId)
                        .map(document -> basis(source, job, principal, document, proposal))));
    }

    private Basis basis(Session source, SyncJob job, Entity principal, Entity document, Proposal proposal) {
        return new Basis(
                source,
                job,
                principal,
                new JobDocument(document),
                contexts.prospect(source, job, principal, proposal),
                proposal,
                clock.now());
    }

    private Plan plan(Basis basis) {
        PlanRecord record = new PlanRecord(names);
        try {
            Plan plan = new Plan(state(basis), basis.initial(), gates(basis), record);
            if (plan.open()) {
                run(basis, basis.context().orElseThrow(), record);
            }
            return plan;
        } catch (RuntimeException | Error e) {
            record.close();
            throw e;
        }
    }

    private void run(Basis basis, JobContext context, PlanRecord record) {
        SyncJob job = basis.job();
        CycleStart start = CycleStart.at(
                basis.now(),
                basis.initial(),
                job.forced(),
                job.watermark().orElse(0),
                basis.source().changes().lastChange());
        Session source = basis.source();
        try (PlanBatch batch = new PlanBatch(
                context, source, source.of(context.target()), start, beside(source), record, basis.now())) {
            batch.run();
        }
    }

    /** In a view of its own, as long as nothing was written in the tenant since the one that the plan is made in. */
    private Aside beside(Session view) {
        Tenant tenant = view.tenant();
        long change = view.changes().lastChange();
        return work -> CompletableFuture.supplyAsync(
                () -> store.snapshot(registry -> Optional.of(registry.session(tenant))
                        .filter(session -> session.changes().lastChange() == change)
                        .map(work)),
                reader);
    }

    private static List<Gate> gates(Basis basis) {
        List<Gate> gates = new ArrayList<>(basis.prospect().gates());
        if (gates.isEmpty()) {
            String why = ((Readiness.Blocked) basis.prospect().readiness()).message();
            POLICY_GATES.forEach(name -> gates.add(new Gate(name, false, why)));
        }
        boolean policies = gates.stream().allMatch(Gate::met);
        gates.add(
                policies && basis.prospect().readiness() instanceof Readiness.Blocked blocked
                        ? new Gate("job", false, blocked.code() + ": " + blocked.message())
                        : jobGate(basis));
        return gates;
    }

    private static Gate jobGate(Basis basis) {
        JobStatus status = basis.document().status();
        String value = status.scheduleState() + ", " + status.code();
        Optional<Quarantine> quarantine = status.quarantine();
        return new Gate(
                "job",
                basis.proposal().started() || status instanceof JobStatus.Scheduled,
                value + quarantine.map(each -> " (" + each.reason() + ")").orElse(""));
    }

    /** Each write of either tenant, and each batch of the job, has a number. */
    private static String state(Basis basis) {
        Optional<Tenant> target = basis.prospect().target();
        return Ids.derived(String.join(
                        "\n",
                        basis.source().tenant().id(),
                        basis.job().toString(),
                        basis.document().status().toString(),
                        Long.toString(basis.source().changes().lastChange()),
                        target.map(each -> Long.toString(
                                        basis.source().of(each).changes().lastChange()))
                                .orElse(""),
                        basis.prospect().gates().toString(),
                        basis.proposal().toString()))
                .replace("-", "");
    }
}
