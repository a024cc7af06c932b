package io.tenantry.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Json;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** App roles and scopes that an application exposes: keys are unique, and what is in use is disabled before it goes. */
final class AppPermissions {
    private AppPermissions() {}

    static void check(JsonNode before, JsonNode after) {
        Set<String> seen = new HashSet<>();
        for (JsonNode permission : orEmpty(after)) {
            if (permission.path("id").asText("").isEmpty()
                    || !seen.add(permission.path("id").asText())) {
                throw GraphError.badRequest("One or more property values specified are invalid.");
            }
        }
        for (JsonNode permission : orEmpty(before)) {
            if (permission.path("isEnabled").asBoolean() && !keptOrDisabled(permission, orEmpty(after))) {
                throw GraphError.badRequest(
                        "Permission (scope or role) cannot be deleted or updated unless disabled first.");
            }
        }
    }

    /** An enabled permission may be left as it is or changed in words, but its value stays until it is disabled. */
    private static boolean keptOrDisabled(JsonNode permission, Iterable<JsonNode> after) {
        for (JsonNode other : after) {
            if (other.path("id").equals(permission.path("id"))) {
                return !other.path("isEnabled").asBoolean() || Objects.equals(text(other), text(permission));
            }
        }
        return false;
    }

    private static String text(JsonNode permission) {
        return permission.path("value").asText(null);
    }

    private static Iterable<JsonNode> orEmpty(JsonNode permissions) {
        return permissions instanceof ArrayNode array ? array : Json.array();
    }
}
