package io.tenantry.policy;

import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.world.SeedContext;
import io.tenantry.world.TenantSeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The policy objects that every tenant has from its first day (cross-tenant-access-policy.md §3.1, §3.2, §3.6, §4.7). */
@ApplicationScoped
public class PolicySeed implements TenantSeed {
    @Override
    public int order() {
        return 0;
    }

    @Override
    public void seed(SeedContext context) {
        seed(context.session());
    }

    static void seed(Session session) {
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
