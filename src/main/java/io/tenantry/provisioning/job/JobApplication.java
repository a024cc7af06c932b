package io.tenantry.provisioning.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The service principal that stands for a configuration.
 *
 * @param roles its app roles by id, in their order
 */
public record JobApplication(String id, String appId, String displayName, Map<String, Value.Role> roles) {
    /** Shown for an assignment without role. */
    private static final String DEFAULT_ACCESS = "Default Access";

    public static JobApplication of(Entity servicePrincipal) {
        return new JobApplication(
                servicePrincipal.id(),
                servicePrincipal.text("appId"),
                servicePrincipal.text("displayName"),
                roles(servicePrincipal));
    }

    private static Map<String, Value.Role> roles(Entity servicePrincipal) {
        Map<String, Value.Role> roles = new LinkedHashMap<>();
        for (JsonNode role : servicePrincipal.properties().path("appRoles")) {
            String id = role.path("id").asText();
            roles.put(
                    id,
                    new Value.Role(
                            id,
                            role.path("value").textValue(),
                            role.path("displayName").textValue()));
        }
        return roles;
    }

    /** {@code appRoleAssignments} of an object: the roles by which it is assigned, in the order of the application. */
    public Value assigned(Set<String> appRoleIds) {
        return switch (appRoleIds.size()) {
            case 0 -> Value.NOTHING;
            case 1 -> new Value.Many(List.of(role(appRoleIds.iterator().next())));
            default -> new Value.Many(ordered(appRoleIds));
        };
    }

    private List<Value> ordered(Set<String> appRoleIds) {
        Set<String> ordered = new LinkedHashSet<>(roles.keySet());
        ordered.retainAll(appRoleIds);
        ordered.addAll(appRoleIds);
        return ordered.stream().<Value>map(this::role).toList();
    }

    private Value.Role role(String id) {
        return roles.getOrDefault(id, new Value.Role(id, null, DEFAULT_ACCESS));
    }
}
