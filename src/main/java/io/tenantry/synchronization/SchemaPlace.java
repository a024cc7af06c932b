package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.provisioning.mapping.InvalidMapping;

/** Where in a schema a mistake is: {@code synchronizationRules[0].objectMappings[0].attributeMappings[3]}. */
final class SchemaPlace {
    private SchemaPlace() {}

    /** @param mapping one of the schema's own, which cannot be compiled */
    static GraphError refused(JsonNode schema, JsonNode mapping, InvalidMapping mistake) {
        return mistake.attribute()
                .map(name -> SynchronizationErrors.schemaInvalid(
                        mistake.getMessage(),
                        of(schema, mapping) + ".attributeMappings[" + number(mapping, name) + "]"))
                .orElseGet(() -> SynchronizationErrors.schemaInvalid(mistake.getMessage(), of(schema, mapping)));
    }

    private static String of(JsonNode schema, JsonNode mapping) {
        JsonNode rules = schema.path("synchronizationRules");
        for (int rule = 0; rule < rules.size(); rule++) {
            JsonNode mappings = rules.get(rule).path("objectMappings");
            for (int i = 0; i < mappings.size(); i++) {
                if (mappings.get(i) == mapping) {
                    return "synchronizationRules[" + rule + "].objectMappings[" + i + "]";
                }
            }
        }
        throw new IllegalArgumentException("the mapping is not of the schema");
    }

    /** Of the last one for a target attribute: one that comes a second time is the mistake. */
    private static int number(JsonNode mapping, String targetAttributeName) {
        JsonNode attributes = mapping.path("attributeMappings");
        int number = attributes.size() - 1;
        while (number > 0
                && !attributes.get(number).path("targetAttributeName").asText().equals(targetAttributeName)) {
            number--;
        }
        return number;
    }
}
