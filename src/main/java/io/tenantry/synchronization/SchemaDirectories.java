package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The directory definitions of a schema. Objects and attributes of its mappings must be in them (synchronizationSchema, Directory
 * definitions).
 */
final class SchemaDirectories {
    private final Map<String, JsonNode> byName = new HashMap<>();

    private SchemaDirectories() {}

    static SchemaDirectories of(JsonNode schema) {
        SchemaDirectories directories = new SchemaDirectories();
        for (JsonNode directory : schema.path("directories")) {
            String name = name(directory, "A directory");
            if (directories.byName.put(name, directory) != null) {
                throw twice("The directory", name);
            }
            checkNames(directory.path("objects"), "An object", "The object");
            directory
                    .path("objects")
                    .forEach(object -> checkNames(object.path("attributes"), "An attribute", "The attribute"));
        }
        return directories;
    }

    private static void checkNames(JsonNode definitions, String one, String which) {
        Set<String> names = new HashSet<>();
        for (JsonNode definition : definitions) {
            String name = name(definition, one);
            if (!names.add(name)) {
                throw twice(which, name);
            }
        }
    }

    private static String name(JsonNode definition, String one) {
        String name = definition.path("name").asText("");
        if (name.isEmpty()) {
            throw SynchronizationErrors.schemaInvalid(one + " of the schema has no name.");
        }
        return name;
    }

    private static RuntimeException twice(String which, String name) {
        return SynchronizationErrors.schemaInvalid(which + " '" + name + "' is defined more than once.");
    }

    /**
     * What an object mapping reads or writes.
     *
     * @param side {@code source} or {@code target}
     */
    ObjectAttributes object(JsonNode rule, String side, JsonNode mapping) {
        String directory = rule.get(side + "DirectoryName").asText();
        JsonNode definition = byName.get(directory);
        if (definition == null) {
            throw SynchronizationErrors.schemaInvalid("The schema has no directory named '" + directory + "'.");
        }
        String name = mapping.path(side + "ObjectName").asText("");
        for (JsonNode object : definition.path("objects")) {
            if (object.path("name").asText().equalsIgnoreCase(name)) {
                return new ObjectAttributes(directory, attributes(object));
            }
        }
        if (!definition.path("objects").isEmpty()) {
            throw SynchronizationErrors.schemaInvalid(
                    "The directory '" + directory + "' has no object '" + name + "'.");
        }
        return new ObjectAttributes(directory, Map.of());
    }

    private static Map<String, JsonNode> attributes(JsonNode object) {
        Map<String, JsonNode> attributes = new HashMap<>();
        object.path("attributes")
                .forEach(attribute -> attributes.put(attribute.get("name").asText(), attribute));
        return attributes;
    }
}
