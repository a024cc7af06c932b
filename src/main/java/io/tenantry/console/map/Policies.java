package io.tenantry.console.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** Cross-tenant access of one tenant: its default, and its partners by their id. */
record Policies(TenantNode tenant, JsonNode byDefault, Map<String, JsonNode> partners) {
    static Policies of(TenantNode tenant, JsonNode byDefault, JsonNode partners) {
        Map<String, JsonNode> byId = new HashMap<>();
        partners.path("value")
                .forEach(partner -> byId.put(partner.path("tenantId").asText(), partner));
        return new Policies(tenant, byDefault, byId);
    }

    boolean knows(TenantNode other) {
        return partners.containsKey(other.id());
    }

    /** Missing where it is none. */
    JsonNode partner(TenantNode other) {
        return partners.getOrDefault(other.id(), MissingNode.getInstance());
    }
}
