package io.tenantry.directory;

import io.tenantry.directory.rule.Rule;
import io.tenantry.directory.rule.RuleException;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Groups whose members follow from a rule (directory.md §8). They are brought up to date in the transaction that writes a user or the
 * rule; a paused group keeps its members.
 */
public final class DynamicGroups {
    static final String KIND = "DynamicMembership";

    /** Users are read in steps, so that the size of the directory does not decide the memory a new rule takes. */
    private static final int STEP = 500;

    private static final int MOST_PARSED = 1000;
    private static final Map<String, Rule> PARSED = new ConcurrentHashMap<>();

    /** Only rules with {@code system.now} ask. */
    private static final Supplier<Instant> CLOCK =
            () -> CDI.current().select(VirtualClock.class).get().now();

    private DynamicGroups() {}

    /** E43. */
    static void check(String rule) {
        try {
            Rule.parse(rule);
        } catch (RuleException e) {
            throw GraphError.badRequest(e.getMessage());
        }
    }

    static boolean isDynamic(Entity group) {
        return group.texts("groupTypes").contains(KIND);
    }

    /** After users were written: into and out of every dynamic group of the tenant. */
    public static void evaluate(Session session, Collection<Entity> users) {
        List<Entity> groups = session.holding("groupTypes", KIND).stream()
                .filter(DynamicGroups::running)
                .toList();
        if (groups.isEmpty()) {
            return;
        }
        for (Entity user : users) {
            Set<String> holders = new HashSet<>(session.references().sources("member", user.id()));
            RuleSubject subject = new RuleSubject(session, user, holders, CLOCK);
            List<Change> changes = new ArrayList<>();
            groups.forEach(group -> settle(session, group, subject, holders.contains(group.id()), changes));
            session.changes().changed(changes);
        }
    }

    /** After the rule was written or started: every user of the tenant. */
    static void evaluate(Session session, Entity group) {
        if (!running(group)) {
            return;
        }
        Set<String> members = new HashSet<>(session.references().targets("member", group.id()));
        String last = "";
        for (List<Entity> users = users(session, last); !users.isEmpty(); users = users(session, last)) {
            List<Change> changes = new ArrayList<>();
            for (Entity user : users) {
                RuleSubject subject = new RuleSubject(session, user, null, CLOCK);
                settle(session, group, subject, members.remove(user.id()), changes);
                last = user.id();
            }
            session.changes().changed(changes);
        }
        dropOthers(session, group, members);
    }

    /** Whoever came by hand before the group became dynamic and is no user. */
    private static void dropOthers(Session session, Entity group, Set<String> others) {
        List<Change> changes = new ArrayList<>();
        for (Entity other : session.objects(others)) {
            session.references().unrelate("member", group.id(), other.id());
            changes.add(Change.taken(group, "member", other.id()));
        }
        session.changes().changed(changes);
    }

    private static void settle(
            Session session, Entity group, RuleSubject subject, boolean member, List<Change> changes) {
        boolean belongs = parsed(group).takes(subject);
        if (belongs && !member) {
            session.references().relate("member", group.id(), subject.id());
            changes.add(Change.added(group, "member", subject.id()));
            GroupLicenses.joined(session, group, subject.user(), CLOCK);
        } else if (!belongs && member) {
            session.references().unrelate("member", group.id(), subject.id());
            changes.add(Change.taken(group, "member", subject.id()));
            GroupLicenses.left(session, group, subject.user(), CLOCK);
        }
    }

    private static boolean running(Entity group) {
        return isDynamic(group)
                && group.text("membershipRule") != null
                && !"Paused".equals(group.text("membershipRuleProcessingState"));
    }

    private static Rule parsed(Entity group) {
        if (PARSED.size() > MOST_PARSED) {
            PARSED.clear();
        }
        return PARSED.computeIfAbsent(group.text("membershipRule"), Rule::parse);
    }

    private static List<Entity> users(Session session, String after) {
        return session.query(
                "select type, id, '', body from directory_object where tenant = {tenant} and type = 'user'"
                        + " and deleted_date_time is null and id > ? order by id limit " + STEP,
                Session::entity,
                after);
    }
}
