package io.tenantry.directory.dynamic;

import io.tenantry.directory.dynamic.rule.Rule;
import io.tenantry.directory.dynamic.rule.RuleException;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.error.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Groups whose members follow from a rule (directory.md §8). Who wrote a user or a rule marks it, in the same transaction; when that
 * is durable and others may write, the members follow, before the writer is answered. A paused group keeps its members.
 */
public final class DynamicGroups {
    private DynamicGroups() {}

    /** E43. */
    public static void check(String rule) {
        try {
            Rule.parse(rule);
        } catch (RuleException e) {
            throw GraphError.of(400, e.code(), e.getMessage());
        }
    }

    static boolean isRunning(Entity group) {
        return GroupKind.dynamic(group)
                && group.text("membershipRule") != null
                && !"Paused".equals(group.text("membershipRuleProcessingState"));
    }

    /** Whether the members of some group follow from those of others. */
    static boolean askForGroups(Session session) {
        return running(session).stream()
                .anyMatch(group ->
                        group.text("membershipRule").toLowerCase(Locale.ROOT).contains("memberof"));
    }

    /** Groups whose members follow from the time too. */
    static List<Entity> timed(Session session) {
        return running(session).stream()
                .filter(group ->
                        group.text("membershipRule").toLowerCase(Locale.ROOT).contains("system.now"))
                .toList();
    }

    static List<Entity> running(Session session) {
        return session.holding("groupTypes", GroupKind.DYNAMIC).stream()
                .filter(DynamicGroups::isRunning)
                .toList();
    }

    /** After users were written: into and out of every dynamic group of the tenant. */
    public static void follow(Session session, Collection<Entity> users) {
        followUsers(session, users.stream().map(Entity::id).toList());
    }

    /** Likewise, by their ids. */
    public static void followUsers(Session session, List<String> users) {
        if (!users.isEmpty() && any(session)) {
            mark(session, users);
        }
    }

    /** After the rule was written or started: every user of the tenant. */
    public static void follow(Session session, Entity group) {
        if (isRunning(group)) {
            mark(session, List.of(group.id()));
        }
    }

    static void followAll(Session session, List<String> groups) {
        mark(session, groups);
    }

    private static boolean any(Session session) {
        return !session.query(
                        "select 1 from object_value where tenant = {tenant} and property = 'groupTypes' and value = ? limit 1",
                        row -> row.getInt(1),
                        Key.fold(GroupKind.DYNAMIC))
                .isEmpty();
    }

    private static void mark(Session session, List<String> ids) {
        new PendingMembership(session).mark(ids);
        session.afterCommit(store -> new MembershipUpdate(store, session.tenant()).settle(ids));
    }
}
