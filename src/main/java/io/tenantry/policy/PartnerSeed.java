package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.world.SeedContext;
import io.tenantry.world.TenantSeed;
import jakarta.enterprise.context.ApplicationScoped;

/** The partners of a scenario, each with its identity synchronization policy where it has one. */
@ApplicationScoped
public class PartnerSeed implements TenantSeed {
    private static final String SYNCHRONIZATION = "identitySynchronization";

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void seed(SeedContext context) {
        context.tenant().path("partners").forEach(each -> seed(context.session(), each.deepCopy()));
    }

    private static void seed(Session session, ObjectNode described) {
        String tenantId = Ids.canonical(described.remove("tenantId").asText());
        JsonNode synchronization = described.remove(SYNCHRONIZATION);
        Entity partner = Partners.bare(session, tenantId);
        AccessSettings.apply(partner, described);
        session.insert(partner);
        if (synchronization instanceof ObjectNode policy) {
            policy.remove("tenantId");
            Entity stored = PolicyObjects.keyedByTenant(PolicyObjects.SYNC_POLICY, tenantId, tenantId);
            InboundSynchronization.apply(stored, policy);
            session.insert(stored);
        }
    }
}
