package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.Expression;
import io.tenantry.provisioning.mapping.InvalidMapping;
import io.tenantry.provisioning.mapping.MappingCompiler;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What a saved schema must be; everything else is {@code schemaInvalid} (synchronization-api.md §8.1). */
final class SchemaRules {
    /** Bytes; the default schema has some 50,000. */
    private static final int LARGEST = 1_000_000;

    private static final int MOST_MAPPINGS = 20;

    private SchemaRules() {}

    static void check(ObjectNode schema, ObjectNode before) {
        checkSize(schema);
        if (!schema.path("synchronizationRules").isArray()
                || schema.get("synchronizationRules").isEmpty()) {
            throw SynchronizationErrors.schemaInvalid("The schema has no synchronization rule.");
        }
        SchemaDirectories directories = SchemaDirectories.of(schema);
        Set<String> mapped = new HashSet<>();
        for (JsonNode rule : schema.get("synchronizationRules")) {
            checkRule(schema, rule, directories, mapped);
        }
        checkUsers(schema);
        if (!matching(schema).equals(matching(before))) {
            throw SynchronizationErrors.schemaInvalid(
                    "The matching attribute can be neither changed nor removed, and no other can be added.");
        }
    }

    /** By it follows what it costs to check and to compile. */
    private static void checkSize(ObjectNode schema) {
        if (Json.utf8(schema).length > LARGEST) {
            throw SynchronizationErrors.schemaInvalid("A schema may have " + LARGEST + " bytes.");
        }
        int mappings = 0;
        for (JsonNode rule : schema.path("synchronizationRules")) {
            mappings += rule.path("objectMappings").size();
        }
        if (mappings > MOST_MAPPINGS) {
            throw SynchronizationErrors.schemaInvalid("A schema may have " + MOST_MAPPINGS + " object mappings.");
        }
    }

    private static void checkUsers(JsonNode schema) {
        JsonNode users = MappingCompiler.objectMapping(schema, "User")
                .orElseThrow(() -> SynchronizationErrors.schemaInvalid("The schema has no mapping of users."));
        if (!users.path("enabled").asBoolean(true)) {
            throw SynchronizationErrors.schemaInvalid("The mapping of users cannot be disabled.");
        }
        try {
            MappingCompiler.users(schema, "onmicrosoft.com");
        } catch (InvalidMapping e) {
            throw SchemaPlace.refused(schema, users, e);
        }
    }

    /** @param mapped objects that were met before, in whatever rule */
    private static void checkRule(JsonNode schema, JsonNode rule, SchemaDirectories directories, Set<String> mapped) {
        for (String name : new String[] {"name", "sourceDirectoryName", "targetDirectoryName"}) {
            if (rule.path(name).asText("").isEmpty()) {
                throw SynchronizationErrors.schemaInvalid("A synchronization rule has no " + name + ".");
            }
        }
        checkLimits(rule);
        for (JsonNode mapping : rule.path("objectMappings")) {
            String pair = mapping.path("sourceObjectName").asText("") + " to "
                    + mapping.path("targetObjectName").asText("");
            if (!mapped.add(pair.toLowerCase(Locale.ROOT))) {
                throw SynchronizationErrors.schemaInvalid("The objects " + pair + " are mapped more than once.");
            }
            ObjectAttributes source = directories.object(rule, "source", mapping);
            ObjectAttributes target = directories.object(rule, "target", mapping);
            try {
                MappingCompiler.check(mapping);
                checkTargets(mapping, target);
                checkSources(mapping, source, target);
            } catch (InvalidMapping e) {
                throw SchemaPlace.refused(schema, mapping, e);
            }
        }
    }

    /** They limit what comes from Active Directory on premises (synchronizationRule); here nobody would be left out by them. */
    private static void checkLimits(JsonNode rule) {
        boolean limited =
                !rule.path("containerFilter").path("includedContainers").isEmpty()
                        || !rule.path("groupFilter").path("includedGroups").isEmpty();
        if (limited) {
            throw SynchronizationErrors.schemaInvalid(
                    "containerFilter and groupFilter of a synchronization rule are supported for cloud sync only.");
        }
    }

    /** Each mapping has a target of its own, and one that is there (field-findings.md §5). */
    private static void checkTargets(JsonNode mapping, ObjectAttributes target) {
        Set<String> mapped = new HashSet<>();
        MappingCompiler.each(mapping, (name, attribute) -> {
            if (name.isEmpty()) {
                throw new InvalidMapping("An attribute mapping has no targetAttributeName.");
            }
            if (!mapped.add(name)) {
                throw new InvalidMapping("The attribute " + name + " is mapped more than once.");
            }
            target.require(name);
        });
    }

    /** What mappings and filters read must be there; a reference takes nothing but a reference. */
    private static void checkSources(JsonNode mapping, ObjectAttributes source, ObjectAttributes target) {
        MappingCompiler.each(mapping, (name, attribute) -> {
            Optional<Expression> expression = MappingCompiler.source(name, attribute.path("source"));
            expression.ifPresent(read -> read.attributes().forEach(source::require));
            boolean referring = expression
                    .filter(read -> read instanceof Expression.Attribute from && source.mayBeReference(from.name()))
                    .isPresent();
            if (target.isReference(name) && expression.isPresent() && !referring) {
                throw new InvalidMapping("The reference " + name + " can be mapped from a reference only.");
            }
        });
        JsonNode scope = mapping.path("scope");
        requireRead(scope.path("groups"), source::requireFilterable);
        requireRead(scope.path("inputFilterGroups"), source::require);
        requireRead(scope.path("categoryFilterGroups"), source::require);
    }

    private static void requireRead(JsonNode groups, Consumer<String> attribute) {
        groups.forEach(group -> group.path("clauses")
                .forEach(clause ->
                        attribute.accept(clause.path("sourceOperandName").asText())));
    }

    /** The matching attributes of all objects with what feeds them and their priorities; the case of a function's name does not matter. */
    private static Set<String> matching(JsonNode schema) {
        Set<String> matching = new TreeSet<>();
        for (JsonNode rule : schema.path("synchronizationRules")) {
            for (JsonNode mapping : rule.path("objectMappings")) {
                for (JsonNode attribute : mapping.path("attributeMappings")) {
                    if (attribute.path("matchingPriority").asInt() != 0) {
                        matching.add(matching(mapping, attribute));
                    }
                }
            }
        }
        return matching;
    }

    private static String matching(JsonNode mapping, JsonNode attribute) {
        String source = attribute.path("source").path("expression").asText().replace(" ", "");
        return String.join(
                        ":",
                        mapping.path("sourceObjectName").asText(),
                        attribute.path("targetAttributeName").asText(),
                        attribute.path("matchingPriority").asText(),
                        source)
                .toLowerCase(Locale.ROOT);
    }
}
