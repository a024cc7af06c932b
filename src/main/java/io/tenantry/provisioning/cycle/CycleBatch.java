package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.export.BatchWrites;
import io.tenantry.provisioning.export.Counters;
import io.tenantry.provisioning.export.GroupRun;
import io.tenantry.provisioning.export.ManagerResolution;
import io.tenantry.provisioning.export.MemberResolution;
import io.tenantry.provisioning.export.UserRun;
import io.tenantry.provisioning.group.GroupPage;
import io.tenantry.provisioning.group.GroupReader;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingMembers;
import io.tenantry.provisioning.link.PendingMemberships;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.link.PendingReferences;
import io.tenantry.provisioning.matching.StoredHoldings;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.user.Crossing;
import io.tenantry.provisioning.user.SourceUser;
import io.tenantry.provisioning.user.UserPage;
import io.tenantry.provisioning.user.UserReader;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One transaction of a cycle over both tenants: what its passes work with, and where they note how far they came. */
final class CycleBatch implements Batch {
    private final Session source;
    private final Session target;
    private final JobContext context;
    private final ReadAhead users;
    private final ProvisioningConfig config;
    private final Instant now;
    private Checkpoint reached;
    private long entries;

    CycleBatch(
            Session source,
            JobContext context,
            ReadAhead users,
            Checkpoint reached,
            long entries,
            ProvisioningConfig config,
            Instant now) {
        this.source = source;
        this.target = source.of(context.target());
        this.context = context;
        this.users = users;
        this.reached = reached;
        this.entries = entries;
        this.config = config;
        this.now = now;
    }

    @Override
    public JobContext context() {
        return context;
    }

    Checkpoint reached() {
        return reached;
    }

    @Override
    public CycleStart start() {
        return reached.start();
    }

    @Override
    public String cursor() {
        return reached.cursor();
    }

    @Override
    public int size() {
        return config.batch();
    }

    /** Links ever made by the job. */
    long entries() {
        return entries;
    }

    @Override
    public void enter(Phase phase) {
        reached = reached.enter(phase);
    }

    @Override
    public void at(String id) {
        reached = reached.at(id);
    }

    @Override
    public boolean changesKept() {
        return source.changes().keeps(start().watermark());
    }

    @Override
    public void readEveryone() {
        counters().expected = work().everyone();
        reached = reached.initially();
    }

    @Override
    public void collect() {
        work().collect(AffectedObjects.of(context, start(), now));
        counters().expected = work().count();
    }

    @Override
    public Sources affected() {
        return work().next(cursor(), size());
    }

    @Override
    public List<SourceUser> users() {
        return users.users(context, source, cursor(), size());
    }

    @Override
    public List<Entity> groups() {
        return NextGroups.of(source, context, cursor(), size());
    }

    @Override
    public Sources gone() {
        return Sources.of(links().gone(cursor(), size()));
    }

    @Override
    public Sources leaving() {
        return Sources.of(links().in(LinkState.LEAVING, cursor(), size()));
    }

    @Override
    public long lostCount() {
        return links().countLost();
    }

    @Override
    public Sources waiting() {
        return Sources.ofUsers(new Escrows(source, context.job().number()).waiting(cursor(), size()));
    }

    @Override
    public List<PendingReference> references() {
        return pending().next(cursor(), size());
    }

    @Override
    public Optional<PendingMembers> memberships() {
        return groupsToFill().first();
    }

    private ObjectLinks links() {
        return new ObjectLinks(source, context.job().number());
    }

    private WorkList work() {
        return new WorkList(source, context.job().number());
    }

    private PendingReferences pending() {
        return new PendingReferences(source, context.job().number());
    }

    private PendingMemberships groupsToFill() {
        return new PendingMemberships(source, context.job().number());
    }

    private Counters counters() {
        return reached.counters();
    }

    @Override
    public void provision(Sources sources) {
        provision(sources, false);
    }

    @Override
    public void provisionUsers(List<SourceUser> page) {
        provision(reader().of(page), false);
    }

    @Override
    public void provisionGroups(List<Entity> groups) {
        provision(groupReader().of(groups), false);
    }

    @Override
    public void deprovision(Sources sources) {
        provision(sources, true);
    }

    private void provision(Sources sources, boolean reducing) {
        provision(reader().byId(sources.of(ObjectType.USER)), reducing);
        provision(groupReader().byId(sources.of(ObjectType.GROUP)), reducing);
    }

    /** Where deletions are held back, none of them comes about here. */
    @Override
    public void cross(Sources sources) {
        Run run = run(Mode.last(start().initial(), counters().staged == 0));
        UserPage page = new Crossing(run, () -> reader().byId(sources.of(ObjectType.USER))).page();
        provision(page, run, BatchWrites.exchanging());
    }

    private void provision(UserPage page, boolean reducing) {
        provision(page, run(reducing), new BatchWrites());
    }

    private void provision(UserPage page, Run run, BatchWrites writes) {
        new UserRun(run, config, writes, counters())
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

    @Override
    public void stage(Sources sources) {
        BatchWrites writes = new BatchWrites();
        long number = source.changes().nextNumbers(sources.size());
        UserPage users = reader().byId(sources.of(ObjectType.USER));
        new UserRun(run(false), config, writes, counters()).stage(users, number);
        new GroupRun(run(false), config, writes, counters())
                .stage(
                        groupReader().byId(sources.of(ObjectType.GROUP)),
                        number + users.users().size());
        write(writes);
    }

    @Override
    public void resolve(List<PendingReference> references) {
        BatchWrites writes = new BatchWrites();
        new ManagerResolution(run(false), source, target, writes, counters()).resolve(references);
        write(writes);
    }

    @Override
    public List<String> resolveMembers(PendingMembers group, boolean joining, String after) {
        BatchWrites writes = new BatchWrites();
        List<String> looked = new MemberResolution(run(false), source, target, writes, counters())
                .resolve(group, joining, after, size());
        write(writes);
        return looked;
    }

    @Override
    public void filled(PendingMembers group) {
        groupsToFill().remove(group.groupId());
    }

    @Override
    public void finish() {
        work().clear();
        pending().clear();
        groupsToFill().clear();
        links().dropForgotten();
    }

    private GroupReader groupReader() {
        return new GroupReader(
                context,
                source,
                target,
                new StoredHoldings(source, target, context.job().number()));
    }

    private UserReader reader() {
        return new UserReader(context, source, target);
    }

    private Run run(boolean reducing) {
        return run(Mode.patient(start().initial(), reducing));
    }

    private Run run(Mode mode) {
        return new Run(context, start().cycleId(), mode, now);
    }

    private void write(BatchWrites writes) {
        writes.flush(source, target, context.job().number(), now);
        writes.count(counters());
        entries += writes.freshLinks();
    }
}
