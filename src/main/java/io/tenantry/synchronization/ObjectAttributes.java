package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.provisioning.mapping.InvalidMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attributes that a directory says its objects have, by name. Where it names none, it does not say. Directory extensions need not be
 * among them.
 *
 * @param directory as messages name it
 */
record ObjectAttributes(String directory, Map<String, JsonNode> definitions) {
    private static final Set<String> NEVER_FILTERED = Set.of("appRoleAssignments", "manager", "userType");

    void require(String name) {
        if (!definitions.isEmpty() && !definitions.containsKey(name) && !name.startsWith(ExtensionValues.PREFIX)) {
            throw new InvalidMapping("The directory '" + directory + "' has no attribute " + name + ".");
        }
    }

    /** Scoping filters read no lists, references or dates, nor what kind a user is of (provisioning-engine.md §2). */
    void requireFilterable(String name) {
        require(name);
        boolean several = definition(name)
                .filter(each -> each.path("multivalued").asBoolean())
                .isPresent();
        if (several || isReference(name) || is(name, "DateTime") || NEVER_FILTERED.contains(name)) {
            throw new InvalidMapping("The attribute " + name + " cannot be used in a scoping filter.");
        }
    }

    boolean mayBeReference(String name) {
        return definitions.isEmpty() || isReference(name);
    }

    boolean isReference(String name) {
        return is(name, "Reference");
    }

    private boolean is(String name, String type) {
        return definition(name)
                .filter(each -> type.equalsIgnoreCase(each.path("type").asText()))
                .isPresent();
    }

    private Optional<JsonNode> definition(String name) {
        return Optional.ofNullable(definitions.get(name));
    }
}
