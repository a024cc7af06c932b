package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Optional;

/** What holds in a tenant for one partner: as it is stored, or as it would be after a PATCH. */
public record PartnerView(EffectivePolicy policy, InboundSynchronization inbound) {
    private static final String IDENTITY_SYNCHRONIZATION = "identitySynchronization";

    public static PartnerView of(Session session, String partner) {
        return new PartnerView(EffectivePolicy.of(session, partner), InboundSynchronization.of(session, partner));
    }

    /**
     * @param patch checked against the Edm; what is not in it stays as it is stored. Its {@code identitySynchronization} is a PATCH of that
     *     policy, or its first PUT
     */
    public static PartnerView proposed(Session session, String partner, ObjectNode patch) {
        ObjectNode settings = patch.deepCopy();
        Optional<ObjectNode> synchronization = Optional.ofNullable(settings.remove(IDENTITY_SYNCHRONIZATION))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
        Entity configuration = PolicyObjects.partner(session, partner)
                .map(Entity::copy)
                .orElseGet(() -> Partners.bare(session, Ids.canonical(partner)));
        AccessSettings.apply(configuration, settings);
        Optional<Entity> stored = PolicyObjects.syncPolicy(session, partner);
        Optional<Entity> policy = synchronization.isEmpty()
                ? stored
                : synchronization.map(body -> {
                    Entity changed = stored.map(Entity::copy)
                            .orElseGet(() -> PolicyObjects.keyedByTenant(PolicyObjects.SYNC_POLICY, partner, partner));
                    InboundSynchronization.apply(changed, body);
                    return changed;
                });
        return new PartnerView(
                EffectivePolicy.of(session, configuration.properties()),
                policy.map(InboundSynchronization::of).orElse(InboundSynchronization.NONE));
    }
}
