package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.provisioning.expression.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code expressionInputObject}: values to try an expression on. */
record TestObject(Map<String, Value> properties) implements Attributes {
    static TestObject of(JsonNode input) {
        Map<String, Value> properties = new HashMap<>();
        for (JsonNode property : input.path("properties")) {
            properties.put(property.path("key").asText(), value(property.path("value")));
        }
        return new TestObject(properties);
    }

    @Override
    public Value get(String name) {
        return properties.getOrDefault(name, Value.NOTHING);
    }

    private static Value value(JsonNode node) {
        if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return new Value.Many(items);
        }
        if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new Value.Whole(node.longValue());
        }
        if (node.isObject()) {
            return role(node);
        }
        return node.isNull() || node.isMissingNode() ? Value.NOTHING : Value.of(node.asText());
    }

    /** An app role, or else any object as its JSON. */
    private static Value role(JsonNode node) {
        return node.has("value") || node.has("displayName")
                ? new Value.Role(text(node, "id"), text(node, "value"), text(node, "displayName"))
                : Value.of(Json.write(node));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.get(name).asText() : null;
    }
}
