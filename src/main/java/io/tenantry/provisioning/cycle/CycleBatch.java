package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.export.BatchWrites;
import io.tenantry.provisioning.export.Counters;
import io.tenantry.provisioning.export.GroupRun;
import io.tenantry.provisioning.export.MemberResolution;
import io.tenantry.provisioning.export.UserRun;
import io.tenantry.provisioning.group.GroupPage;
import io.tenantry.provisioning.group.GroupReader;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingMembers;
import io.tenantry.provisioning.link.PendingMemberships;
import io.tenantry.provisioning.link.PendingReferences;
import io.tenantry.provisioning.object.Assignments;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.user.UserPage;
import io.tenantry.provisioning.user.UserReader;
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
    private Checkpoint reached;
    private long entries;

    CycleBatch(
            Session source,
            JobContext context,
            Checkpoint reached,
            long entries,
            ProvisioningConfig config,
            Instant now) {
        this.source = source;
        this.target = source.of(context.target());
        this.context = context;
        this.reached = reached;
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

    Instant now() {
        return now;
    }

    Checkpoint reached() {
        return reached;
    }

    CycleStart start() {
        return reached.start();
    }

    String cursor() {
        return reached.cursor();
    }

    Counters counters() {
        return reached.counters();
    }

    /** Links ever made by the job. */
    long entries() {
        return entries;
    }

    int size() {
        return config.batch();
    }

    void enter(Phase phase) {
        reached = reached.enter(phase);
    }

    void readEveryone() {
        counters().expected = work().everyone();
        reached = reached.initially();
    }

    void at(String id) {
        reached = reached.at(id);
    }

    ObjectLinks links() {
        return new ObjectLinks(source, context.job().number());
    }

    WorkList work() {
        return new WorkList(source, context.job().number());
    }

    PendingReferences references() {
        return new PendingReferences(source, context.job().number());
    }

    PendingMemberships memberships() {
        return new PendingMemberships(source, context.job().number());
    }

    /** The next groups of the source. */
    List<Entity> groups() {
        return context.rules().groups().enabled()
                ? source.prefetch().page(ObjectType.GROUP.entity(), cursor(), size())
                : Assignments.groups(source, context.application().id(), cursor(), size());
    }

    /** Looks at sources by their ids, live or not. */
    void provision(Sources sources) {
        provision(sources, false);
    }

    void provisionUsers(List<Entity> users) {
        provision(reader().of(users), false);
    }

    /** Makes the deletions and disablings that were found. */
    void deprovision(Sources sources) {
        provision(sources, true);
    }

    private void provision(Sources sources, boolean reducing) {
        provision(reader().byId(sources.of(ObjectType.USER)), reducing);
        provision(groupReader().byId(sources.of(ObjectType.GROUP)), reducing);
    }

    void provisionGroups(List<Entity> groups) {
        provision(groupReader().of(groups), false);
    }

    private void provision(UserPage page, boolean reducing) {
        BatchWrites writes = new BatchWrites();
        userRun(reducing, writes)
                .run(page, source.changes().nextNumbers(page.users().size()));
        write(writes);
    }

    private void provision(GroupPage page, boolean reducing) {
        if (page.groups().isEmpty()) {
            return;
        }
        BatchWrites writes = new BatchWrites();
        new GroupRun(run(reducing), config, writes, counters())
                .run(page, source.changes().nextNumbers(page.groups().size()));
        write(writes);
    }

    /** Holds the deletions back that were found. */
    void stage(Sources sources) {
        BatchWrites writes = new BatchWrites();
        long number = source.changes().nextNumbers(sources.size());
        UserPage users = reader().byId(sources.of(ObjectType.USER));
        userRun(false, writes).stage(users, number);
        new GroupRun(run(false), config, writes, counters())
                .stage(
                        groupReader().byId(sources.of(ObjectType.GROUP)),
                        number + users.users().size());
        write(writes);
    }

    /** Ids of the members that were looked at. */
    List<String> resolveMembers(PendingMembers group, boolean joining, String after) {
        BatchWrites writes = new BatchWrites();
        List<String> looked = new MemberResolution(run(false), source, target, writes, counters())
                .resolve(group, joining, after, size());
        write(writes);
        return looked;
    }

    private GroupReader groupReader() {
        return new GroupReader(context, source, target);
    }

    private UserReader reader() {
        return new UserReader(context, source, target);
    }

    private UserRun userRun(boolean reducing, BatchWrites writes) {
        return new UserRun(run(reducing), config, writes, counters());
    }

    Run run(boolean reducing) {
        return new Run(context, start().cycleId(), new Mode(start().initial(), false, reducing), now);
    }

    void write(BatchWrites writes) {
        writes.flush(source, target, context.job().number(), now);
        entries += writes.freshLinks();
    }
}
