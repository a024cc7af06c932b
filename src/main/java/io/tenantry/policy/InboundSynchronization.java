package io.tenantry.policy;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Optional;

/**
 * Whether a target tenant lets a source tenant synchronize in (cross-tenant-access-policy.md §6.4). A setting of the target alone; nothing
 * is inherited.
 */
public record InboundSynchronization(boolean usersAllowed, boolean groupsAllowed) {
    /** What the session's tenant allows a source tenant. */
    public static InboundSynchronization of(Session target, String sourceTenantId) {
        Optional<Entity> policy = PolicyObjects.partner(target, sourceTenantId)
                .flatMap(partner -> PolicyObjects.syncPolicy(target, sourceTenantId));
        return new InboundSynchronization(
                policy.filter(p -> allowed(p, "userSyncInbound")).isPresent(),
                policy.filter(p -> allowed(p, "groupSyncInbound")).isPresent());
    }

    private static boolean allowed(Entity policy, String direction) {
        return policy.properties().path(direction).path("isSyncAllowed").asBoolean();
    }
}
