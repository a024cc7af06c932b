package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a mapping of the schema lets through.
 *
 * @param place its JSON pointer in the schema
 * @param groups one of them must be met; empty: everybody passes
 * @param always those that the job has besides, which must be met as well
 * @param attributes by which the source can be filtered
 */
public record MappingScope(
        String place,
        String source,
        boolean enabled,
        List<ClauseGroup> groups,
        List<ClauseGroup> always,
        List<Attribute> attributes) {
    public record Attribute(String name, String type) {}

    static List<MappingScope> list(JsonNode schema) {
        List<MappingScope> list = new ArrayList<>();
        JsonNode rules = schema.path("synchronizationRules");
        for (int rule = 0; rule < rules.size(); rule++) {
            JsonNode mappings = rules.path(rule).path("objectMappings");
            for (int i = 0; i < mappings.size(); i++) {
                String place = "/synchronizationRules/" + rule + "/objectMappings/" + i;
                list.add(of(place, mappings.path(i), directory(schema, rules.path(rule))));
            }
        }
        return list;
    }

    private static MappingScope of(String place, JsonNode mapping, JsonNode directory) {
        JsonNode scope = mapping.path("scope");
        List<ClauseGroup> always = ClauseGroup.list(scope.path("inputFilterGroups"));
        always.addAll(ClauseGroup.list(scope.path("categoryFilterGroups")));
        String source = mapping.path("sourceObjectName").asText();
        return new MappingScope(
                place,
                source,
                mapping.path("enabled").asBoolean(),
                ClauseGroup.list(scope.path("groups")),
                always,
                attributes(directory, source));
    }

    private static JsonNode directory(JsonNode schema, JsonNode rule) {
        String name = rule.path("sourceDirectoryName").asText();
        return schema.path("directories")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElse(schema.path("directories").path(0));
    }

    /** Those with several values, and references, cannot be filtered by (provisioning-engine.md §2.2). */
    private static List<Attribute> attributes(JsonNode directory, String object) {
        return directory
                .path("objects")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(object))
                .flatMap(each -> each.path("attributes").valueStream())
                .filter(each -> !each.path("multivalued").asBoolean()
                        && !each.path("type").asText().equals("Reference"))
                .map(each -> new Attribute(
                        each.path("name").asText(), each.path("type").asText()))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }
}
