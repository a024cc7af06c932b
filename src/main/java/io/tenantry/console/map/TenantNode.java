package io.tenantry.console.map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A tenant on the map.
 *
 * @param people all users
 * @param external those of them that are guests or came by an invitation
 */
public record TenantNode(String id, String name, String alias, String cloud, long people, long external) {
    static TenantNode of(JsonNode tenant, long people, long external) {
        return new TenantNode(
                tenant.path("id").asText(),
                tenant.path("displayName").asText(),
                tenant.path("alias").asText(""),
                tenant.path("cloud").asText(),
                people,
                external);
    }

    /** Whether it is in the cloud that most are in. */
    public boolean isGlobal() {
        return cloud.equals("global");
    }
}
