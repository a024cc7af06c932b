package io.tenantry.policy;

import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Optional;

/** Types of this family and where their entities are kept. */
public final class PolicyObjects {
    public static final String POLICY = "crossTenantAccessPolicy";
    public static final String DEFAULT = "crossTenantAccessPolicyConfigurationDefault";
    /** Key: tenant id of the partner; stands by itself. */
    public static final String PARTNER = "crossTenantAccessPolicyConfigurationPartner";
    /** Key and parent: tenant id of the partner. */
    public static final String SYNC_POLICY = "crossTenantIdentitySyncPolicyPartner";

    static final String PARTNER_TEMPLATE = "multiTenantOrganizationPartnerConfigurationTemplate";
    static final String SYNC_TEMPLATE = "multiTenantOrganizationIdentitySyncPolicyTemplate";
    static final String ORGANIZATION = "multiTenantOrganization";
    /** Key: tenant id of the member; stands by itself, as a tenant has one organization at most. */
    static final String MEMBER = "multiTenantOrganizationMember";

    static final String JOIN_REQUEST = "multiTenantOrganizationJoinRequestRecord";

    private PolicyObjects() {}

    /** The one entity of a type of which a tenant has at most one. */
    static Optional<Entity> single(Session session, String type) {
        return session.children(type, "").stream().findFirst();
    }

    /** One that every tenant got when it was made. */
    static Entity seeded(Session session, String type) {
        return single(session, type)
                .orElseThrow(() ->
                        new IllegalStateException("tenant " + session.tenant().id() + " has no " + type));
    }

    public static Optional<Entity> partner(Session session, String tenantId) {
        return session.find(PARTNER, Ids.canonical(tenantId));
    }

    /** The identity synchronization policy for a partner. */
    public static Optional<Entity> syncPolicy(Session session, String tenantId) {
        String id = Ids.canonical(tenantId);
        return session.findChild(SYNC_POLICY, id, id);
    }

    /** An entity whose key is {@code tenantId}: it has no {@code id} (cross-tenant-access-policy.md §1). */
    static Entity keyedByTenant(String type, String parent, String tenantId) {
        return new Entity(type, tenantId, parent, Json.object()).set("tenantId", tenantId);
    }
}
