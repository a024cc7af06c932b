package io.tenantry.directory.dynamic;

import io.tenantry.directory.license.GroupLicenses;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks the rules of dynamic groups, and lets members come and go, within one transaction. */
public final class MembershipFollowing {
    /** Users are read in steps, so that the size of the directory does not decide the memory a new rule takes. */
    private static final int STEP = 500;

    private static final Rules RULES = new Rules();

    private final Session session;
    private final Supplier<Instant> clock;

    /** @param clock asked by rules with {@code system.now}, and for licences */
    public MembershipFollowing(Session session, Supplier<Instant> clock) {
        this.session = session;
        this.clock = clock;
    }

    /** What all groups say of some users. */
    List<MembershipChange> ofUsers(List<Entity> users) {
        List<Entity> groups = users.isEmpty() ? List.of() : DynamicGroups.running(session);
        List<MembershipChange> changes = new ArrayList<>();
        for (Entity user : users) {
            Set<String> holders = new HashSet<>(session.references().sources("member", user.id()));
            RuleSubject subject = new RuleSubject(session, user, holders, clock);
            groups.forEach(group -> judge(group, subject, holders.contains(group.id()), changes));
        }
        return changes;
    }

    /** What a group says of these users. */
    List<MembershipChange> ofGroup(Entity group, List<Entity> users) {
        Set<String> members = membersAmong(group, users);
        List<MembershipChange> changes = new ArrayList<>();
        for (Entity user : users) {
            judge(group, new RuleSubject(session, user, null, clock), members.contains(user.id()), changes);
        }
        return changes;
    }

    private static void judge(Entity group, RuleSubject user, boolean member, List<MembershipChange> changes) {
        boolean belongs = RULES.of(group.text("membershipRule")).takes(user);
        if (belongs != member) {
            changes.add(new MembershipChange(group, user.id(), belongs));
        }
    }

    private Set<String> membersAmong(Entity group, List<Entity> users) {
        if (users.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(session.query(
                "select target from relation where tenant = {tenant} and kind = 'member' and source = ? and target in ?",
                row -> row.getString(1),
                group.id(),
                users.stream().map(Entity::id).toList()));
    }

    /** The next users by id. */
    List<Entity> users(String after) {
        return session.query(
                "select type, id, '', body from directory_object where tenant = {tenant} and type = 'user'"
                        + " and deleted_date_time is null and id > ? order by id limit " + STEP,
                Session::entity,
                after);
    }

    /** Members that are no users: they came by hand before the group became dynamic. */
    List<MembershipChange> others(Entity group) {
        return session
                .query(
                        "select r.target from relation r join directory_object o on o.tenant = r.tenant and o.id = r.target"
                                + " where r.tenant = {tenant} and r.kind = 'member' and r.source = ? and o.type <> 'user'"
                                + " and o.deleted_date_time is null order by r.target",
                        row -> row.getString(1),
                        group.id())
                .stream()
                .map(id -> new MembershipChange(group, id, false))
                .toList();
    }

    /** In the transaction that made a group and its users, where nobody else can write. */
    public void fill(Entity group) {
        String last = "";
        for (List<Entity> users = users(last); !users.isEmpty(); users = users(last)) {
            Map<String, Entity> byId = users.stream().collect(Collectors.toMap(Entity::id, each -> each));
            List<Change> told = new ArrayList<>();
            ofGroup(group, users).forEach(change -> carryOut(change, group, byId.get(change.user()), told));
            session.changes().changed(told);
            last = users.get(users.size() - 1).id();
        }
    }

    /** Lets members come and go; these must be the objects as they are now. */
    void carryOut(MembershipChange change, Entity group, Entity member, List<Change> told) {
        if (change.joins()) {
            if (session.references().relate("member", group.id(), member.id())) {
                told.add(Change.added(group, "member", member.id()));
                GroupLicenses.joined(session, group, member, clock);
            }
        } else if (session.references().unrelate("member", group.id(), member.id())) {
            told.add(Change.taken(group, "member", member.id()));
            GroupLicenses.left(session, group, member, clock);
        }
    }

    /** Those of these objects that were written, or referred to otherwise, behind a change. */
    Set<String> changedSince(long seq, Collection<String> ids) {
        Set<String> changed = new HashSet<>();
        session.query(
                "select object_id, other from change where tenant = {tenant} and seq > ? and (object_id in ? or other in ?)",
                row -> {
                    changed.add(row.getString(1));
                    return changed.add(row.getString(2));
                },
                seq,
                ids,
                ids);
        changed.retainAll(new HashSet<>(ids));
        return changed;
    }
}
