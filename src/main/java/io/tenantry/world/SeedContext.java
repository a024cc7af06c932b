package io.tenantry.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;

/**
 * What a tenant begins with, checked and with all references resolved.
 *
 * @param session of the new tenant, inside the transaction that adds it
 * @param tenant its object of the scenario as read: {@code licenses}, {@code clients} and the rest
 * @param users listed and generated ones under Graph's property names; each has an {@code id}, references are ids; made one by
 *     one, there may be more of them than memory holds
 * @param groups likewise; {@code members} and {@code owners} are ids
 * @param roleAssignments who holds which directory role
 */
public record SeedContext(
        Session session,
        Instant now,
        ObjectNode tenant,
        Iterable<ObjectNode> users,
        Iterable<ObjectNode> groups,
        List<RoleAssignment> roleAssignments) {
    /** A directory role held by a user or group. */
    public record RoleAssignment(String principalId, String role, String roleTemplateId) {}
}
