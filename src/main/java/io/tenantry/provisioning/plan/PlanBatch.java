package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.cycle.AffectedObjects;
import io.tenantry.provisioning.cycle.Aside;
import io.tenantry.provisioning.cycle.Batch;
import io.tenantry.provisioning.cycle.CycleStart;
import io.tenantry.provisioning.cycle.NextGroups;
import io.tenantry.provisioning.cycle.Pass;
import io.tenantry.provisioning.cycle.Phase;
import io.tenantry.provisioning.cycle.ReadAhead;
import io.tenantry.provisioning.cycle.Sources;
import io.tenantry.provisioning.group.GroupDecision;
import io.tenantry.provisioning.group.GroupPage;
import io.tenantry.provisioning.group.GroupReader;
import io.tenantry.provisioning.group.MemberReader;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingMembers;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.NextLink;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.user.Crossing;
import io.tenantry.provisioning.user.Decided;
import io.tenantry.provisioning.user.Decision;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.provisioning.user.Newcomers;
import io.tenantry.provisioning.user.SourceUser;
import io.tenantry.provisioning.user.UserPage;
import io.tenantry.provisioning.user.UserReader;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The passes of a cycle over what is stored, of which nothing is changed: what they would do is recorded, and seen by those who come later. */
final class PlanBatch implements Batch, AutoCloseable {
    /** Nobody waits for the end of a page. */
    private static final int PAGE = 1000;

    private final JobContext context;
    private final Session source;
    private final Session target;
    private final PlannedHoldings holdings;
    private final ObjectLinks links;
    private final PlanRecord record;
    private final Recording recording;
    private final Instant now;
    private final ReadAhead users;
    private NavigableMap<String, ObjectType> affected = new TreeMap<>();
    private final NavigableMap<String, ObjectType> leaving = new TreeMap<>();
    private final NavigableMap<String, ObjectType> waiting = new TreeMap<>();
    private final PlannedReferences references;
    private CycleStart start;
    private Phase phase;
    private String cursor = "";

    PlanBatch(
            JobContext context,
            Session source,
            Session target,
            CycleStart start,
            Aside aside,
            PlanRecord record,
            Instant now) {
        this.context = context;
        this.source = source;
        this.target = target;
        this.holdings =
                new PlannedHoldings(source, target, context.job().number(), new Newcomers(context, source, now));
        this.links = new ObjectLinks(source, context.job().number());
        this.record = record;
        this.recording = new Recording(holdings, record);
        this.references =
                new PlannedReferences(new MemberReader(source, target, holdings), holdings, record, context.names());
        this.now = now;
        this.users = new ReadAhead(aside);
        this.start = start;
        this.phase = Phase.first(start);
        if (start.initial()) {
            holdings.expectEveryone();
        }
    }

    void run() {
        while (phase != Phase.DONE) {
            Pass.of(phase).advance(this);
        }
    }

    @Override
    public JobContext context() {
        return context;
    }

    @Override
    public CycleStart start() {
        return start;
    }

    @Override
    public String cursor() {
        return cursor;
    }

    @Override
    public int size() {
        return PAGE;
    }

    @Override
    public void enter(Phase next) {
        phase = next;
        cursor = "";
    }

    @Override
    public void at(String id) {
        cursor = id;
    }

    @Override
    public boolean changesKept() {
        return source.changes().keeps(start.watermark());
    }

    @Override
    public void readEveryone() {
        start = start.initially();
        holdings.expectEveryone();
        enter(Phase.first(start));
    }

    @Override
    public void collect() {
        affected = AffectedObjects.select(source, AffectedObjects.of(context, start, now));
    }

    @Override
    public Sources affected() {
        return next(affected);
    }

    @Override
    public List<SourceUser> users() {
        return users.users(context, source, cursor, PAGE);
    }

    @Override
    public List<Entity> groups() {
        return NextGroups.of(source, context, cursor, PAGE);
    }

    @Override
    public Sources gone() {
        return Sources.of(links.gone(cursor, PAGE));
    }

    @Override
    public Sources leaving() {
        return next(leaving);
    }

    @Override
    public long lostCount() {
        return new LostTargets(holdings, leaving.keySet()).count();
    }

    @Override
    public Sources waiting() {
        return next(waiting);
    }

    private Sources next(NavigableMap<String, ObjectType> objects) {
        return new Sources(objects.tailMap(cursor, false).entrySet().stream()
                .limit(PAGE)
                .map(each -> new Sources.Source(each.getValue(), each.getKey()))
                .toList());
    }

    @Override
    public List<PendingReference> references() {
        return references.next(PAGE);
    }

    @Override
    public Optional<PendingMembers> memberships() {
        return references.group();
    }

    @Override
    public void provision(Sources sources) {
        provision(sources, false);
    }

    @Override
    public void deprovision(Sources sources) {
        provision(sources, true);
    }

    private void provision(Sources sources, boolean reducing) {
        decide(reader().byId(sources.of(ObjectType.USER)), run(reducing));
        decide(groupReader().byId(sources.of(ObjectType.GROUP)), run(reducing));
    }

    @Override
    public void cross(Sources sources) {
        Run run = run(Mode.last(start.initial(), true));
        decide(new Crossing(run, () -> reader().byId(sources.of(ObjectType.USER))).page(), run);
    }

    @Override
    public void provisionUsers(List<SourceUser> users) {
        decide(reader().of(users), run(false));
    }

    @Override
    public void provisionGroups(List<Entity> groups) {
        decide(groupReader().of(groups), run(false));
    }

    private Run run(boolean reducing) {
        return run(Mode.patient(start.initial(), reducing));
    }

    private Run run(Mode mode) {
        return new Run(context, start.cycleId(), mode, now);
    }

    private void decide(UserPage page, Run run) {
        Decision decision = new Decision(run, page.index());
        List<Decided> decided = page.users().stream().map(decision::decide).toList();
        List<OptionalInt> numbers = keep(
                decided.stream()
                        .map(each -> new Recording.Found(each.user(), each.outcome()))
                        .toList(),
                run);
        for (int i = 0; i < decided.size(); i++) {
            Decided each = decided.get(i);
            if (each.manager() instanceof ManagerFlow.NewManager change) {
                holdings.note(change);
            }
            if (numbers.get(i).isPresent() && each.manager() instanceof ManagerFlow.Pending pending) {
                references.managerOf(
                        each.user().read().id(),
                        pending.manager(),
                        numbers.get(i).getAsInt());
            }
        }
    }

    private void decide(GroupPage page, Run run) {
        GroupDecision decision = new GroupDecision(run);
        List<Recording.Found> decided = page.groups().stream()
                .map(each -> new Recording.Found(each, decision.of(each)))
                .toList();
        List<OptionalInt> numbers = keep(decided, run);
        for (int i = 0; i < decided.size(); i++) {
            if (numbers.get(i).isPresent()
                    && decided.get(i).outcome() instanceof Outcome.Kept
                    && context.rules().groups().plan().mapsReferences()) {
                references.membersOf(
                        decided.get(i).object().read().id(), numbers.get(i).getAsInt());
            }
        }
    }

    private List<OptionalInt> keep(List<Recording.Found> page, Run run) {
        page.forEach(each -> {
            SourceObject read = each.object().read();
            if (each.outcome() instanceof Outcome.Defer) {
                leaving.put(read.id(), read.type());
            } else if (each.outcome() instanceof Outcome.Wait) {
                waiting.put(read.id(), read.type());
            }
        });
        return recording.keep(page, run.mode());
    }

    @Override
    public void stage(Sources sources) {
        reader().byId(sources.of(ObjectType.USER)).users().forEach(this::stage);
        groupReader().byId(sources.of(ObjectType.GROUP)).groups().forEach(this::stage);
    }

    private void stage(JudgedObject object) {
        NextLink.staged(object.read()).ifPresent(holdings::note);
        record.addStaged(object);
    }

    @Override
    public void resolve(List<PendingReference> page) {
        references.resolve(page);
    }

    @Override
    public List<String> resolveMembers(PendingMembers group, boolean joining, String after) {
        return references.resolveMembers(group, joining, after, PAGE);
    }

    @Override
    public void filled(PendingMembers group) {
        references.filled(group);
    }

    @Override
    public void finish() {
        record.finish();
    }

    private GroupReader groupReader() {
        return new GroupReader(context, source, target, holdings);
    }

    private UserReader reader() {
        return new UserReader(context, source, holdings);
    }

    @Override
    public void close() {
        holdings.close();
    }
}
