package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** {@code …/templates}: what a tenant applies to the tenants it meets in a multitenant organization (cross-tenant-access-policy.md §3.6). */
@ApplicationScoped
public class TemplateRules implements Family {
    private static final String PATH = CrossTenantAccessPolicyRules.PATH + "/templates";

    /** A template, its path and what the audit reference calls it. */
    private enum Template {
        PARTNER(
                PolicyObjects.PARTNER_TEMPLATE,
                "/multiTenantOrganizationPartnerConfiguration",
                "a multi tenant org partner configuration template",
                "MultiTenantOrgPartnerConfigurationTemplate"),
        IDENTITY_SYNC(
                PolicyObjects.SYNC_TEMPLATE,
                "/multiTenantOrganizationIdentitySynchronization",
                "a multi tenant org identity sync policy template",
                "MultiTenantOrgIdentitySyncPolicyUpdate");

        private final String type;
        private final String path;
        private final String audited;
        private final String category;

        Template(String type, String path, String audited, String category) {
            this.type = type;
            this.path = path;
            this.audited = audited;
            this.category = category;
        }
    }

    @Override
    public void register(GraphRegistry graph) {
        for (Template template : Template.values()) {
            graph.single(PATH + template.path, (call, owner) -> PolicyObjects.single(call.session(), template.type));
            graph.update(PATH + template.path, (call, entity, body) -> update(call, template, entity, body));
            graph.operation(
                    template.type, "resetToDefaultSettings", (call, bound, parameters) -> reset(call, template));
        }
    }

    private static void update(GraphCall call, Template template, Entity entity, ObjectNode body) {
        Entity before = entity.copy();
        JsonNode level = body.remove(TemplateLevel.PROPERTY);
        if (level != null) {
            entity.set(TemplateLevel.PROPERTY, TemplateLevel.canonical(level));
        }
        AccessSettings.apply(entity, body);
        store(call, template, "Update ", before, entity);
    }

    private static Answer reset(GraphCall call, Template template) {
        Entity before = PolicyObjects.seeded(call.session(), template.type);
        store(call, template, "Reset ", before, unconfigured(template.type, before.id()));
        return Answer.noContent();
    }

    private static void store(GraphCall call, Template template, String verb, Entity before, Entity after) {
        call.session().update(after);
        List<String> names = new ArrayList<>();
        before.properties().fieldNames().forEachRemaining(names::add);
        after.properties().fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                names.add(name);
            }
        });
        PolicyAudit.of(call, verb + template.audited, template.category, "Update")
                .changes(names, before, after)
                .record();
    }

    /** A template that changes nothing. */
    static Entity unconfigured(String type, String id) {
        Entity template = Entity.of(type, id).set(TemplateLevel.PROPERTY, TemplateLevel.ALL);
        String served =
                type.equals(PolicyObjects.PARTNER_TEMPLATE) ? "automaticUserConsentSettings" : "userSyncInbound";
        return template.set(served, AccessSettings.empty(served));
    }
}
