package io.tenantry.directory.dynamic;

import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.failure.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets the members of dynamic groups follow what was marked. Rules are asked while others may write, however long they take; only what
 * differs is written, in short transactions. Who was written in between is looked at again.
 */
final class MembershipUpdate {
    private static final int USERS = 100;
    private static final int MOST_ROUNDS = 50;

    /** What this server has in hand, so that nobody takes it for left behind. */
    private static final Set<String> IN_HAND = ConcurrentHashMap.newKeySet();

    private final Store store;
    private final Tenant tenant;

    /** Who came into a group, or left one, while this went on. */
    private final Set<String> moved = new LinkedHashSet<>();

    /** Asks rules about users. */
    private interface Rules {
        List<MembershipChange> ask(MembershipFollowing following, List<Entity> users);
    }

    /**
     * What follows from what was read.
     *
     * @param seq number of the tenant's last change before it was read
     * @param read ids of the users that were looked at
     */
    private record Found(long seq, List<String> read, List<MembershipChange> changes) {}

    MembershipUpdate(Store store, Tenant tenant) {
        this.store = store;
        this.tenant = tenant;
    }

    private MembershipFollowing following(Session session) {
        return new MembershipFollowing(session, store::now);
    }

    /** What was marked and whose writer did not live to see it done. */
    void settleLeftBehind() {
        settle(store.readAtLength(tenant, session -> new PendingMembership(session).some()).stream()
                .filter(id -> !IN_HAND.contains(tenant.key() + id))
                .toList());
    }

    void settle(List<String> ids) {
        Set<String> inHand = ids.stream().map(id -> tenant.key() + id).collect(Collectors.toSet());
        IN_HAND.addAll(inHand);
        try {
            for (int i = 0; i < ids.size(); i += USERS) {
                settleSome(ids.subList(i, Math.min(ids.size(), i + USERS)));
            }
        } finally {
            IN_HAND.removeAll(inHand);
        }
    }

    private void settleSome(List<String> ids) {
        Map<String, Long> marks = store.readAtLength(tenant, session -> new PendingMembership(session).marks(ids));
        if (marks.isEmpty()) {
            return;
        }
        store.readAtLength(tenant, session -> session.objects(marks.keySet())).stream()
                .filter(DynamicGroups::isRunning)
                .forEach(this::followRule);
        follow(session -> users(session, marks.keySet()), (following, users) -> following.ofUsers(users));
        followMoved();
        store.write(tenant, session -> {
            new PendingMembership(session).settled(marks);
            return null;
        });
    }

    /** Groups whose rule asks for members of other groups; a rule cannot ask for members of such a group again. */
    private void followMoved() {
        List<String> ids = List.copyOf(moved);
        moved.clear();
        if (ids.isEmpty() || !store.readAtLength(tenant, DynamicGroups::askForGroups)) {
            return;
        }
        for (int i = 0; i < ids.size(); i += USERS) {
            List<String> some = ids.subList(i, Math.min(ids.size(), i + USERS));
            follow(session -> users(session, some), (following, users) -> following.ofUsers(users));
        }
        moved.clear();
    }

    /** Every user of the tenant, page by page. */
    private void followRule(Entity group) {
        List<String> read = List.of("");
        while (!read.isEmpty()) {
            String last = read.get(read.size() - 1);
            read = follow(
                    session -> following(session).users(last), (following, users) -> following.ofGroup(group, users));
        }
        follow(session -> List.of(), (following, none) -> following.others(group));
    }

    /** Until nobody is left who was written meanwhile; returns who was read first. */
    private List<String> follow(Function<Session, List<Entity>> users, Rules rules) {
        Found first = find(users, rules);
        Set<String> left = write(first);
        for (int round = 0; !left.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new StoreException("the users of " + tenant.alias() + " change all the time", null);
            }
            Set<String> again = left;
            left = write(find(session -> users(session, again), rules));
        }
        return first.read;
    }

    private Found find(Function<Session, List<Entity>> reader, Rules rules) {
        return store.readInTurn(tenant, session -> {
            long seq = session.changes().lastChange();
            List<Entity> users = reader.apply(session);
            return new Found(seq, users.stream().map(Entity::id).toList(), rules.ask(following(session), users));
        });
    }

    private static List<Entity> users(Session session, Collection<String> ids) {
        return session.objects(ids).stream()
                .filter(each -> each.type().equals("user"))
                .toList();
    }

    /** Returns whom it left out, because somebody wrote them since. */
    private Set<String> write(Found found) {
        return found.changes.isEmpty() ? Set.of() : store.write(tenant, session -> write(session, found));
    }

    private Set<String> write(Session session, Found found) {
        if (session.changes().lastChange() < found.seq) {
            return Set.of(); // another world stands there by now
        }
        MembershipFollowing following = following(session);
        Set<String> users = found.changes.stream().map(MembershipChange::user).collect(Collectors.toSet());
        Set<String> again = session.changes().keeps(found.seq) ? following.changedSince(found.seq, users) : users;
        Map<String, Entity> now = current(session, found.changes);
        List<Change> told = new ArrayList<>();
        Map<String, Entity> groups = new LinkedHashMap<>();
        for (MembershipChange change : found.changes) {
            Entity group = now.get(change.group().id());
            Entity member = now.get(change.user());
            if (!again.contains(change.user()) && change.fits(group) && member != null) {
                following.carryOut(change, group, member, told);
                moved.add(change.user());
                groups.put(group.id(), group);
            }
        }
        session.changes().changed(told);
        groups.values().forEach(group -> RuleStatus.updated(group, store.now()));
        session.updateAll(groups.values());
        return again;
    }

    private static Map<String, Entity> current(Session session, List<MembershipChange> changes) {
        Set<String> ids = new HashSet<>();
        changes.forEach(change -> {
            ids.add(change.user());
            ids.add(change.group().id());
        });
        return session.objects(ids).stream().collect(Collectors.toMap(Entity::id, each -> each));
    }
}
