package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.export.BatchWrites;
import io.tenantry.provisioning.export.Counters;
import io.tenantry.provisioning.export.RetryPlan;
import io.tenantry.provisioning.export.UserRun;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.link.PendingReferences;
import io.tenantry.provisioning.user.Mode;
import io.tenantry.provisioning.user.Subjects;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;

/** One transaction of a cycle over both tenants: what its passes work with, and where they note how far they came. */
final class CycleBatch {
    private final Session source;
    private final Session target;
    private final JobContext context;
    private final ProvisioningConfig config;
    private final Instant now;
    private Checkpoint state;
    private long entries;

    CycleBatch(
            Session source,
            JobContext context,
            Checkpoint state,
            long entries,
            ProvisioningConfig config,
            Instant now) {
        this.source = source;
        this.target = source.of(context.target());
        this.context = context;
        this.state = state;
        this.entries = entries;
        this.config = config;
        this.now = now;
    }

    Session source() {
        return source;
    }

    Session target() {
        return target;
    }

    JobContext context() {
        return context;
    }

    ProvisioningConfig config() {
        return config;
    }

    Instant now() {
        return now;
    }

    Checkpoint state() {
        return state;
    }

    Counters counters() {
        return state.counters();
    }

    /** Links ever made by the job. */
    long entries() {
        return entries;
    }

    int size() {
        return config.batch();
    }

    void enter(Phase phase) {
        state = state.enter(phase);
    }

    void readEveryone() {
        state = state.initially();
    }

    void at(String id) {
        state = state.at(id);
    }

    ObjectLinks links() {
        return new ObjectLinks(source, context.job().number());
    }

    Escrows escrows() {
        return new Escrows(source, context.job().number());
    }

    WorkList work() {
        return new WorkList(source, context.job().number());
    }

    PendingReferences references() {
        return new PendingReferences(source, context.job().number());
    }

    Subjects subjects() {
        return new Subjects(context, source, target);
    }

    /** Sources by their ids, live or not. */
    void provision(List<String> ids, boolean reducing) {
        provision(subjects().byId(ids), reducing);
    }

    void provisionUsers(List<Entity> users) {
        provision(subjects().of(users), false);
    }

    private void provision(Subjects.Page page, boolean reducing) {
        Mode mode = new Mode(state.initial(), false, reducing);
        BatchWrites writes = new BatchWrites();
        UserRun run = new UserRun(context, state.cycleId(), mode, now, writes, counters(), new RetryPlan(config));
        run.run(page, source.changes().nextNumbers(page.subjects().size()));
        write(writes);
    }

    void write(BatchWrites writes) {
        writes.flush(source, target, context.job().number(), now);
        entries += writes.freshLinks();
    }
}
