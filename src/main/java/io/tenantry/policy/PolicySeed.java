package io.tenantry.policy;

import io.tenantry.store.Entity;
import io.tenantry.store.Ids;
import io.tenantry.store.Session;
import java.util.List;

/** The policy objects that every tenant has from its first day (cross-tenant-access-policy.md §3.1, §3.2, §3.6, §4.7). */
public final class PolicySeed {
    private PolicySeed() {}

    /** To be called once for each new tenant. */
    public static void seed(Session session) {
        Entity policy = Entity.of(PolicyObjects.POLICY, Ids.random())
                .set(
                        "displayName",
                        "CrossTenantAccessPolicy for " + session.tenant().id())
                .set("allowedCloudEndpoints", List.of());
        Entity defaults = new Entity(PolicyObjects.DEFAULT, Ids.random(), "", SystemDefault.properties());
        defaults.set("id", defaults.id());
        session.insertAll(List.of(
                policy,
                defaults,
                TemplateRules.unconfigured(PolicyObjects.PARTNER_TEMPLATE, Ids.random()),
                TemplateRules.unconfigured(PolicyObjects.SYNC_TEMPLATE, Ids.random()),
                JoinRequests.none(Ids.random())));
    }
}
