package io.tenantry.policy;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;

/** Partner configurations as objects of one tenant. */
final class Partners {
    private Partners() {}

    /** One that says nothing yet: everything is inherited (cross-tenant-access-policy.md §3.3, "after a bare POST"). */
    static Entity bare(Session session, String tenantId) {
        Entity partner = PolicyObjects.keyedByTenant(PolicyObjects.PARTNER, "", tenantId);
        AccessSettings.ALWAYS_SERVED.forEach(name -> partner.set(name, AccessSettings.empty(name)));
        return markMembership(session, partner);
    }

    /** cross-tenant-access-policy.md §4.7: true where both are active in the same multitenant organization. */
    static Entity markMembership(Session session, Entity partner) {
        return partner.set("isInMultiTenantOrganization", isFellowMember(session, partner.id()));
    }

    static boolean isFellowMember(Session session, String tenantId) {
        return OrganizationCopy.in(session).flatMap(copy -> copy.member(tenantId)).stream()
                .anyMatch(OrganizationCopy::isActive);
    }
}
