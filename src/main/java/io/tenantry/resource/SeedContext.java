package io.tenantry.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a tenant begins with, checked and with all references resolved.
 *
 * @param session of the new tenant, inside the transaction that adds it
 * @param tenant its object of the scenario as read: {@code licenses}, {@code clients} and the rest
 * @param users listed and generated ones under Graph's property names; each has an {@code id}, {@code manager} is an id
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
    private static final int BATCH = 500;

    /** A directory role held by a user or group. */
    public record RoleAssignment(String principalId, String role, String roleTemplateId) {}

    /** All users, a few hundred at a time: there may be more of them than memory holds. */
    public void users(Consumer<List<ObjectNode>> batch) {
        inBatches(users, batch);
    }

    /** All groups, a few hundred at a time. */
    public void groups(Consumer<List<ObjectNode>> batch) {
        inBatches(groups, batch);
    }

    private static void inBatches(Iterable<ObjectNode> objects, Consumer<List<ObjectNode>> consumer) {
        List<ObjectNode> batch = new ArrayList<>(BATCH);
        for (ObjectNode object : objects) {
            batch.add(object);
            if (batch.size() == BATCH) {
                consumer.accept(batch);
                batch = new ArrayList<>(BATCH);
            }
        }
        if (!batch.isEmpty()) {
            consumer.accept(batch);
        }
    }
}
