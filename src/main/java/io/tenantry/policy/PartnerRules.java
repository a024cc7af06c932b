package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.store.Entity;
import io.tenantry.store.Tenants;
import io.tenantry.store.failure.UniqueViolation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** {@code …/partners}: what holds for one other tenant (cross-tenant-access-policy.md §3.3, §4.4). */
@ApplicationScoped
public class PartnerRules implements Family {
    static final String PATH = CrossTenantAccessPolicyRules.PATH + "/partners";

    private final Tenants tenants;
    private final PolicyConfig config;

    PartnerRules(Tenants tenants, PolicyConfig config) {
        this.tenants = tenants;
        this.config = config;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.missing(PATH + "/{}", (method, key) -> PolicyErrors.notFound());
        graph.create(PATH, this::create);
        graph.update(PATH + "/{}", this::update);
        graph.delete(PATH + "/{}", this::delete);
    }

    private Entity create(GraphCall call, ObjectNode body) {
        String tenantId = partnerId(call, body);
        body.remove("tenantId");
        if (PolicyObjects.partner(call.session(), tenantId).isPresent()) {
            throw PolicyErrors.partnerExists();
        }
        List<String> names = names(body);
        Entity partner = Partners.bare(call.session(), tenantId);
        AccessSettings.apply(partner, body);
        try {
            call.session().insert(partner);
        } catch (UniqueViolation e) {
            // another call was faster
            throw PolicyErrors.partnerExists();
        }
        PolicyAudit.of(call, "Add a partner to cross-tenant access setting", PolicyAudit.ACCESS_SETTINGS, "Add")
                .value("tenantId", null, tenantId)
                .changes(names, null, partner)
                .record();
        return partner;
    }

    private String partnerId(GraphCall call, ObjectNode body) {
        String tenantId = TenantIds.required(body);
        if (tenantId.equals(call.tenant().id())) {
            throw PolicyErrors.ownTenant();
        }
        if (config.strictTenants() && tenants.byId(tenantId).isEmpty()) {
            throw PolicyErrors.unknownTenant(tenantId);
        }
        return tenantId;
    }

    private void update(GraphCall call, Entity partner, ObjectNode body) {
        Entity before = partner.copy();
        AccessSettings.apply(partner, body);
        call.session().update(partner);
        PolicyAudit.of(call, "Update a partner cross-tenant access setting", PolicyAudit.ACCESS_SETTINGS, "Update")
                .changes(names(body), before, partner)
                .value("tenantId", partner.id(), partner.id())
                .record();
    }

    private void delete(GraphCall call, Entity partner) {
        if (PolicyObjects.syncPolicy(call.session(), partner.id()).isPresent()) {
            throw PolicyErrors.partnerHoldsSyncPolicy();
        }
        if (partner.flag("isServiceProvider")) {
            throw PolicyErrors.partnerIsServiceProvider();
        }
        if (Partners.isFellowMember(call.session(), partner.id())) {
            throw PolicyErrors.partnerIsFellowMember();
        }
        DeletedPolicyItems.softDelete(call.session(), partner, call.now());
        PolicyAudit.of(
                        call,
                        "Delete partner specific cross-tenant access setting",
                        PolicyAudit.ACCESS_SETTINGS,
                        "Delete")
                .value("tenantId", partner.id(), null)
                .record();
    }

    private static List<String> names(ObjectNode body) {
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
