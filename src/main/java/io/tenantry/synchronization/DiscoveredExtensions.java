package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.application.ExtensionProperties;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.HashSet;
import java.util.Set;

/** Directory extensions of a tenant as attributes of an object definition. */
final class DiscoveredExtensions {
    private DiscoveredExtensions() {}

    /** Those that are defined for the object and not yet among its attributes. */
    static void add(Session session, ObjectNode object) {
        ArrayNode attributes = object.withArrayProperty("attributes");
        Set<String> known = new HashSet<>();
        attributes.forEach(attribute -> known.add(attribute.path("name").asText()));
        for (Entity definition : ExtensionProperties.all(session)) {
            boolean meant = definition
                    .texts("targetObjects")
                    .contains(object.path("name").asText());
            if (meant && known.add(definition.text("name"))) {
                attributes.add(attribute(definition));
            }
        }
    }

    private static JsonNode attribute(Entity definition) {
        ObjectNode attribute = Json.object()
                .put("anchor", false)
                .put("caseExact", false)
                .putNull("defaultValue")
                .put("flowNullValues", false)
                .put("multivalued", definition.flag("isMultiValued"))
                .put("mutability", "ReadWrite")
                .put("name", definition.text("name"))
                .put("required", false)
                .put("type", type(definition.text("dataType")));
        attribute.putArray("apiExpressions");
        attribute.putArray("metadata");
        attribute.putArray("referencedObjects");
        return attribute;
    }

    private static String type(String dataType) {
        return switch (dataType) {
            case "Boolean", "Binary", "DateTime" -> dataType;
            case "Integer", "LargeInteger" -> "Integer";
            default -> "String";
        };
    }
}
