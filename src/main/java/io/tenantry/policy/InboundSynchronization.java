package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;

/**
 * What a target tenant lets a source tenant synchronize in (cross-tenant-access-policy.md §6.4). A setting of the target alone; nothing
 * is inherited, and what is not set is not allowed.
 */
public record InboundSynchronization(boolean usersAllowed, boolean groupsAllowed, boolean roleEnabledGroupsAllowed) {
    /** Without a policy. */
    static final InboundSynchronization NONE = new InboundSynchronization(false, false, false);

    private static final String GROUPS = "groupSyncInbound";
    private static final String ROLE_ENABLED_GROUPS = "roleEnabledGroupSyncInbound";
    /** Groups are let in or not; null stands for users only (cross-tenant-access-policy.md §3.4). */
    private static final List<String> OF_GROUPS = List.of(GROUPS, ROLE_ENABLED_GROUPS);

    private static final List<String> DIRECTIONS = List.of("userSyncInbound", GROUPS, ROLE_ENABLED_GROUPS);

    /** What the session's tenant allows a source tenant. */
    public static InboundSynchronization of(Session target, String sourceTenantId) {
        return PolicyObjects.partner(target, sourceTenantId)
                .flatMap(partner -> PolicyObjects.syncPolicy(target, sourceTenantId))
                .map(InboundSynchronization::of)
                .orElse(NONE);
    }

    static InboundSynchronization of(Entity policy) {
        return new InboundSynchronization(
                allowed(policy, "userSyncInbound"), allowed(policy, GROUPS), allowed(policy, ROLE_ENABLED_GROUPS));
    }

    /** Applies a body. Groups that can hold roles are let in only while groups are (field-findings.md §5). */
    static void apply(Entity policy, ObjectNode body) {
        for (String direction : OF_GROUPS) {
            if (body.path(direction).path("isSyncAllowed").isNull()) {
                throw PolicyErrors.invalidValue(direction);
            }
        }
        AccessSettings.apply(policy, body);
        for (String direction : DIRECTIONS) {
            if (policy.properties().path(direction).path("isSyncAllowed").isNull()
                    || policy.properties().path(direction).isNull()) {
                policy.properties().remove(direction);
            }
        }
        if (allowed(policy, ROLE_ENABLED_GROUPS) && !allowed(policy, GROUPS)) {
            if (body.has(ROLE_ENABLED_GROUPS)) {
                throw PolicyErrors.invalidValue(ROLE_ENABLED_GROUPS);
            }
            policy.properties().remove(ROLE_ENABLED_GROUPS);
        }
    }

    private static boolean allowed(Entity policy, String direction) {
        return policy.properties().path(direction).path("isSyncAllowed").asBoolean();
    }
}
