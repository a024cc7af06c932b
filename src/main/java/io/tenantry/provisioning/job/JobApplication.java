package io.tenantry.provisioning.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import java.util.HashMap;
import java.util.Map;

/**
 * The service principal that stands for a configuration.
 *
 * @param roles name of each of its app roles by its id
 */
public record JobApplication(String id, String appId, String displayName, Map<String, String> roles) {
    static JobApplication of(Entity servicePrincipal) {
        return new JobApplication(
                servicePrincipal.id(),
                servicePrincipal.text("appId"),
                servicePrincipal.text("displayName"),
                roles(servicePrincipal));
    }

    /** A role without value is shown by its name. */
    private static Map<String, String> roles(Entity servicePrincipal) {
        Map<String, String> roles = new HashMap<>();
        for (JsonNode role : servicePrincipal.properties().path("appRoles")) {
            String value = role.path("value").isTextual()
                    ? role.get("value").asText()
                    : role.path("displayName").asText();
            roles.put(role.path("id").asText(), value);
        }
        return roles;
    }

    public String roleName(String appRoleId) {
        return roles.getOrDefault(appRoleId, "Default Access");
    }
}
