package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;

/** The record of a tenant's last request to join a multitenant organization (cross-tenant-access-policy.md §3.7, §4.7). */
final class JoinRequests {
    static final String ADDED_BY = "addedByTenantId";
    static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private JoinRequests() {}

    /** No request, or one that was reset. */
    static Entity none(String id) {
        return Entity.of(PolicyObjects.JOIN_REQUEST, id).set(ADDED_BY, NOBODY);
    }

    static void reset(Session session) {
        session.update(none(id(session)));
    }

    static void joined(Session session, String addedByTenantId, String role) {
        session.update(Entity.of(PolicyObjects.JOIN_REQUEST, id(session))
                .set(ADDED_BY, addedByTenantId)
                .set("memberState", "active")
                .set("role", role));
    }

    static void failed(Session session, String addedByTenantId) {
        ObjectNode details = Json.object()
                .put("desiredMemberState", "active")
                .put("status", "failed")
                .put("details", "DirectoryService Exception");
        session.update(Entity.of(PolicyObjects.JOIN_REQUEST, id(session))
                .set(ADDED_BY, addedByTenantId)
                .set("memberState", "pending")
                .set("transitionDetails", details));
    }

    private static String id(Session session) {
        return PolicyObjects.seeded(session, PolicyObjects.JOIN_REQUEST).id();
    }
}
