package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;

/** Look-up of any tenant of the caller's cloud, the own one included (cross-tenant-access-policy.md §4.6). */
@ApplicationScoped
public class TenantInformation implements Family {
    private static final String TYPE = "tenantRelationship";

    private final Tenants tenants;

    TenantInformation(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.operation(TYPE, "findTenantInformationByTenantId", (call, bound, body) -> byId(call));
        graph.operation(TYPE, "findTenantInformationByDomainName", (call, bound, body) -> byDomain(call));
    }

    private Answer byId(GraphCall call) {
        String id = TenantIds.required("tenantId", call.parameters().get("tenantId"));
        return answer(call, tenants.byId(id).orElseThrow(PolicyErrors::notFound));
    }

    /** Takes an id for a domain, as published clients send it. */
    private Answer byDomain(GraphCall call) {
        String name = call.parameters().get("domainName");
        if (name == null) {
            throw PolicyErrors.required("domainName");
        }
        return answer(
                call,
                tenants.byDomain(name)
                        .or(() -> tenants.byId(Ids.canonical(name)))
                        .orElseThrow(PolicyErrors::notFound));
    }

    private static Answer answer(GraphCall call, Tenant tenant) {
        if (!tenant.cloud().equals(call.tenant().cloud())) {
            throw PolicyErrors.notFound();
        }
        ObjectNode information = Json.object()
                .put("tenantId", tenant.id())
                .putNull("federationBrandName")
                .put("displayName", tenant.displayName())
                .put("defaultDomainName", tenant.initialDomain());
        return Answer.value("microsoft.graph.tenantInformation", information);
    }
}
