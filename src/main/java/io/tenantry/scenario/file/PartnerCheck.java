package io.tenantry.scenario.file;

import io.tenantry.family.GraphNames;
import java.util.Set;

/** Checks the partners that a tenant has policies for. */
final class PartnerCheck {
    private static final String SYNCHRONIZATION = "identitySynchronization";

    private final GraphNames names;
    private final Distinct tenantIds;

    PartnerCheck(GraphNames names, Problems problems) {
        this.names = names;
        this.tenantIds = new Distinct("partner", problems);
    }

    void check(Fields tenant, String tenantId) {
        tenant.objects("partners").forEach(partner -> partner(partner, tenantId));
    }

    private void partner(Fields partner, String tenantId) {
        partner.required("tenantId").flatMap(given -> partner.guid("tenantId")).ifPresent(id -> {
            tenantIds.add(id, partner.at("tenantId"));
            if (id.equals(tenantId)) {
                partner.problem("tenantId", "is the tenant's own");
            }
        });
        properties(partner, "crossTenantAccessPolicyConfigurationPartner", Set.of("tenantId", SYNCHRONIZATION));
        partner.object(SYNCHRONIZATION)
                .ifPresent(policy -> properties(policy, "crossTenantIdentitySyncPolicyPartner", Set.of("tenantId")));
    }

    private void properties(Fields object, String type, Set<String> others) {
        object.node().fields().forEachRemaining(field -> {
            if (!others.contains(field.getKey())) {
                names.mistake(type, field.getKey(), field.getValue())
                        .ifPresent(mistake -> object.problem(field.getKey(), mistake));
            }
        });
    }
}
