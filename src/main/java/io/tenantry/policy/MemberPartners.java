package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Optional;

/**
 * Partner configurations between tenants of a multitenant organization: every active tenant holds one for each other, filled from its own
 * templates when they meet (cross-tenant-access-policy.md §4.7). Settings that a template leaves null are not touched.
 */
final class MemberPartners {
    private static final List<String> REPLACED = List.of(
            "inboundTrust",
            "b2bCollaborationInbound",
            "b2bCollaborationOutbound",
            "b2bDirectConnectInbound",
            "b2bDirectConnectOutbound");
    private static final String CONSENT = "automaticUserConsentSettings";
    private static final String USER_SYNC = "userSyncInbound";

    private MemberPartners() {}

    /** Creates or amends what a tenant holds for another that has become its fellow. */
    static void connect(Session session, Entity fellow) {
        Optional<Entity> existing = PolicyObjects.partner(session, fellow.id());
        Entity partner = existing.orElseGet(() -> Partners.bare(session, fellow.id()));
        partner.set("isInMultiTenantOrganization", true);
        Entity template = PolicyObjects.seeded(session, PolicyObjects.PARTNER_TEMPLATE);
        if (TemplateLevel.covers(template, existing.isPresent())) {
            fill(partner, template);
        }
        if (existing.isPresent()) {
            session.update(partner);
        } else {
            session.insert(partner);
        }
        Entity syncTemplate = PolicyObjects.seeded(session, PolicyObjects.SYNC_TEMPLATE);
        if (TemplateLevel.covers(syncTemplate, existing.isPresent())) {
            allowSync(session, fellow, syncTemplate);
        }
    }

    /** The configuration stays, the mark goes. */
    static void disconnect(Session session, String tenantId) {
        PolicyObjects.partner(session, tenantId)
                .ifPresent(partner -> session.update(partner.set("isInMultiTenantOrganization", false)));
    }

    private static void fill(Entity partner, Entity template) {
        for (String name : REPLACED) {
            if (template.get(name) != null) {
                partner.set(name, template.get(name).deepCopy());
            }
        }
        ObjectNode consent = Json.object();
        template.get(CONSENT).properties().stream()
                .filter(leaf -> !leaf.getValue().isNull())
                .forEach(leaf -> consent.set(leaf.getKey(), leaf.getValue()));
        AccessSettings.apply(partner, Json.object().set(CONSENT, consent));
    }

    private static void allowSync(Session session, Entity fellow, Entity template) {
        JsonNode allowed = template.properties().path(USER_SYNC).path("isSyncAllowed");
        if (!allowed.isBoolean()) {
            return;
        }
        ObjectNode inbound = Json.object().set("isSyncAllowed", allowed);
        Optional<Entity> existing = PolicyObjects.syncPolicy(session, fellow.id());
        if (existing.isPresent()) {
            session.update(existing.get().set(USER_SYNC, inbound));
        } else {
            session.insert(PolicyObjects.keyedByTenant(PolicyObjects.SYNC_POLICY, fellow.id(), fellow.id())
                    .set("displayName", fellow.text("displayName"))
                    .set(USER_SYNC, inbound));
        }
    }
}
