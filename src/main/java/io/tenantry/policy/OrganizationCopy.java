package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Optional;

/**
 * What one active tenant keeps of its multitenant organization: the organization under an id of its own and a row for each member,
 * pending ones included (cross-tenant-access-policy.md §3.7).
 */
record OrganizationCopy(Session session, Entity organization) {
    private static final String STATE = "state";
    private static final String ROLE = "role";
    private static final String ACTIVE = "active";
    private static final String OWNER = "owner";

    /** The copy of a tenant; none where it belongs to no organization. */
    static Optional<OrganizationCopy> in(Session session) {
        return PolicyObjects.single(session, PolicyObjects.ORGANIZATION)
                .map(organization -> new OrganizationCopy(session, organization));
    }

    /** Makes a tenant's copy; {@code properties} are those that all copies share. */
    static OrganizationCopy make(Session session, ObjectNode properties) {
        Entity organization = new Entity(PolicyObjects.ORGANIZATION, Ids.random(), "", properties.deepCopy());
        organization.set("id", organization.id());
        session.insert(organization);
        return new OrganizationCopy(session, organization);
    }

    /** What all copies share: everything but the id. */
    ObjectNode shared() {
        ObjectNode properties = organization.properties().deepCopy();
        properties.remove("id");
        return properties;
    }

    /** By tenant id. */
    List<Entity> members() {
        return session.children(PolicyObjects.MEMBER, "");
    }

    Optional<Entity> member(String tenantId) {
        return session.find(PolicyObjects.MEMBER, Ids.canonical(tenantId));
    }

    List<String> activeTenants() {
        return members().stream()
                .filter(OrganizationCopy::isActive)
                .map(Entity::id)
                .toList();
    }

    boolean isActiveOwner(String tenantId) {
        return member(tenantId).filter(OrganizationCopy::isActive).stream().anyMatch(OrganizationCopy::isOwner);
    }

    /** Whether an active owner remains when a tenant is not counted. */
    boolean hasOwnerBeside(String tenantId) {
        return members().stream().anyMatch(m -> isActive(m) && isOwner(m) && !m.id().equals(tenantId));
    }

    /** Rows are the same in all copies. */
    void insert(Entity row) {
        session.insert(row);
    }

    void update(Entity row) {
        session.update(row);
    }

    void remove(String tenantId) {
        member(tenantId).ifPresent(session::remove);
    }

    /** Forgets the organization. */
    void dissolve() {
        members().forEach(session::remove);
        session.remove(organization);
    }

    static boolean isActive(Entity member) {
        return ACTIVE.equals(member.text(STATE));
    }

    static boolean isOwner(Entity member) {
        return OWNER.equals(member.text(ROLE));
    }

    /** {@code transitionDetails} of a member on its way to a state. */
    static ObjectNode onTheWay(String desiredRole, String desiredState) {
        return Json.object()
                .put("desiredRole", desiredRole)
                .put("desiredState", desiredState)
                .put("status", "notStarted")
                .putNull("details");
    }
}
