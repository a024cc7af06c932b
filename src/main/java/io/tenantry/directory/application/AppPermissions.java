package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.error.GraphError;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** App roles and scopes that an application exposes: ids and values are unique, and what is in use is disabled before it changes. */
final class AppPermissions {
    private static final String ROLES = "appRoles";
    private static final String SCOPES = "oauth2PermissionScopes";
    private static final Set<String> MEMBER_TYPES = Set.of("User", "Application");
    private static final Set<String> SCOPE_TYPES = Set.of("User", "Admin");
    /** May differ while a permission is enabled. */
    private static final Set<String> FREE = Set.of("isEnabled", "origin");

    private AppPermissions() {}

    /** @param before the application's document, empty on creation */
    static void check(ObjectNode before, ObjectNode after) {
        Set<String> values = new HashSet<>();
        requireUnique(roles(after), ROLES, values);
        requireUnique(scopes(after), SCOPES, values);
        roles(after).forEach(AppPermissions::checkRole);
        scopes(after).forEach(AppPermissions::checkScope);
        requireDisabled(roles(before), roles(after));
        requireDisabled(scopes(before), scopes(after));
    }

    /** Whether two lists of roles or scopes say the same, in any order. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.size() == other.size()
                && one.valueStream()
                        .allMatch(role ->
                                role.path("isEnabled").equals(of(other, role).path("isEnabled"))
                                        && !changed(role, of(other, role)));
    }

    private static JsonNode roles(ObjectNode application) {
        return application.path(ROLES);
    }

    private static JsonNode scopes(ObjectNode application) {
        return application.path("api").path(SCOPES);
    }

    /** @param values of the permissions before, roles and scopes together */
    private static void requireUnique(JsonNode permissions, String property, Set<String> values) {
        Set<String> ids = new HashSet<>();
        for (JsonNode permission : permissions) {
            String id = permission.path("id").asText("");
            if (id.isEmpty()) {
                throw GraphError.badRequest("One or more property values specified are invalid.");
            }
            String value = text(permission.path("value"));
            if (!ids.add(id) || !value.isEmpty() && !values.add(value)) {
                throw ApplicationErrors.duplicateValue(property);
            }
        }
    }

    private static void checkRole(JsonNode role) {
        if (role.path("allowedMemberTypes").valueStream().anyMatch(type -> !MEMBER_TYPES.contains(type.asText()))) {
            throw DirectoryErrors.invalidValue("allowedMemberTypes", "AppRole");
        }
        checkValue(role, "AppRole");
    }

    private static void checkScope(JsonNode scope) {
        if (scope.hasNonNull("type") && !SCOPE_TYPES.contains(scope.get("type").asText())) {
            throw DirectoryErrors.invalidValue("type", "PermissionScope");
        }
        checkValue(scope, "PermissionScope");
    }

    /** It becomes a word among others in a token. */
    private static void checkValue(JsonNode permission, String resource) {
        if (text(permission.path("value")).chars().anyMatch(Character::isWhitespace)) {
            throw DirectoryErrors.invalidValue("value", resource);
        }
    }

    private static void requireDisabled(JsonNode before, JsonNode after) {
        for (JsonNode permission : before) {
            JsonNode now = of(after, permission);
            boolean stays = !now.isMissingNode() && (!now.path("isEnabled").asBoolean() || !changed(permission, now));
            if (permission.path("isEnabled").asBoolean() && !stays) {
                throw ApplicationErrors.permissionEnabled();
            }
        }
    }

    /** The permission of the same id. */
    private static JsonNode of(JsonNode permissions, JsonNode permission) {
        return permissions
                .valueStream()
                .filter(other -> other.path("id").equals(permission.path("id")))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Nothing, null and an empty text are one. */
    private static boolean changed(JsonNode permission, JsonNode other) {
        Set<String> names = new TreeSet<>();
        permission.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        names.removeAll(FREE);
        return names.stream().anyMatch(name -> !said(permission.path(name)).equals(said(other.path(name))));
    }

    private static String said(JsonNode value) {
        return value.getNodeType() == JsonNodeType.ARRAY ? value.toString() : text(value);
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText("");
    }
}
