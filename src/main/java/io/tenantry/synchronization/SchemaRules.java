package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.mapping.InvalidMapping;
import io.tenantry.provisioning.mapping.MappingCompiler;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a saved schema must be; everything else is {@code schemaInvalid} (synchronization-api.md §8.1). */
final class SchemaRules {
    private static final String MATCHING = "alternativeSecurityIds";
    private static final String DIRECTORY_EXTENSION = "extension_";

    private SchemaRules() {}

    static void check(ObjectNode schema, ObjectNode before, String domain) {
        if (!schema.path("synchronizationRules").isArray()
                || schema.get("synchronizationRules").isEmpty()) {
            throw SynchronizationErrors.schemaInvalid("The schema has no synchronization rule.");
        }
        for (JsonNode rule : schema.get("synchronizationRules")) {
            checkRule(rule, directories(schema));
            for (JsonNode mapping : rule.path("objectMappings")) {
                checkTargets(
                        mapping,
                        attributes(schema, rule.get("targetDirectoryName").asText(), mapping));
            }
        }
        JsonNode users = MappingCompiler.objectMapping(schema, "User")
                .orElseThrow(() -> SynchronizationErrors.schemaInvalid("The schema has no mapping of users."));
        checkMatching(users, MappingCompiler.objectMapping(before, "User").orElseThrow());
        if (!users.path("enabled").asBoolean(true)) {
            throw SynchronizationErrors.schemaInvalid("The mapping of users cannot be disabled.");
        }
        compile(users, domain);
    }

    private static Set<String> directories(ObjectNode schema) {
        Set<String> names = new HashSet<>();
        schema.path("directories")
                .forEach(directory -> names.add(directory.path("name").asText()));
        return names;
    }

    private static void checkRule(JsonNode rule, Set<String> directories) {
        for (String name : new String[] {"name", "sourceDirectoryName", "targetDirectoryName"}) {
            if (rule.path(name).asText("").isEmpty()) {
                throw SynchronizationErrors.schemaInvalid("A synchronization rule has no " + name + ".");
            }
        }
        for (String name : new String[] {"sourceDirectoryName", "targetDirectoryName"}) {
            if (!directories.contains(rule.get(name).asText())) {
                throw SynchronizationErrors.schemaInvalid(
                        "The schema has no directory named '" + rule.get(name).asText() + "'.");
            }
        }
    }

    /** What the target directory says its objects have; empty where it does not say. */
    private static Set<String> attributes(ObjectNode schema, String directory, JsonNode mapping) {
        Set<String> names = new HashSet<>();
        for (JsonNode each : schema.path("directories")) {
            for (JsonNode object : each.path("objects")) {
                if (each.path("name").asText().equals(directory)
                        && object.path("name").equals(mapping.path("targetObjectName"))) {
                    object.path("attributes")
                            .forEach(attribute ->
                                    names.add(attribute.path("name").asText()));
                }
            }
        }
        return names;
    }

    /** Each mapping has a target of its own, and one that is there (field-findings.md §5). */
    private static void checkTargets(JsonNode mapping, Set<String> known) {
        Set<String> mapped = new HashSet<>();
        for (JsonNode attribute : mapping.path("attributeMappings")) {
            String name = attribute.path("targetAttributeName").asText("");
            if (name.isEmpty()) {
                throw SynchronizationErrors.schemaInvalid("An attribute mapping has no targetAttributeName.");
            }
            if (!mapped.add(name)) {
                throw SynchronizationErrors.schemaInvalid("The attribute " + name + " is mapped more than once.");
            }
            if (!known.isEmpty() && !known.contains(name) && !name.startsWith(DIRECTORY_EXTENSION)) {
                throw SynchronizationErrors.schemaInvalid("The target directory has no attribute " + name + ".");
            }
        }
    }

    /** The matching attribute can be neither changed nor removed nor accompanied. */
    private static void checkMatching(JsonNode users, JsonNode before) {
        for (JsonNode attribute : users.path("attributeMappings")) {
            boolean matching = attribute.path("matchingPriority").asInt() > 0;
            if (matching && !attribute.path("targetAttributeName").asText().equals(MATCHING)) {
                throw SynchronizationErrors.schemaInvalid("Matching attributes cannot be added: "
                        + attribute.path("targetAttributeName").asText() + ".");
            }
        }
        if (!matchingSource(users).equals(matchingSource(before))) {
            throw SynchronizationErrors.schemaInvalid("The matching attribute " + MATCHING + " cannot be changed.");
        }
    }

    /** What the matching attribute is fed by, with its priority; the case of the function's name does not matter. */
    private static String matchingSource(JsonNode users) {
        for (JsonNode attribute : users.path("attributeMappings")) {
            if (attribute.path("targetAttributeName").asText().equals(MATCHING)) {
                String source =
                        attribute.path("source").path("expression").asText().replace(" ", "");
                return attribute.path("matchingPriority").asInt() + ":" + source.toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static void compile(JsonNode users, String domain) {
        try {
            MappingCompiler.compile(users, domain);
        } catch (InvalidMapping e) {
            throw SynchronizationErrors.schemaInvalid(e.getMessage());
        }
    }
}
