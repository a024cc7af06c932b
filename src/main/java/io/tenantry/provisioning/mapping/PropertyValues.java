package io.tenantry.provisioning.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Properties of Graph objects as values of the expression language. */
final class PropertyValues {
    private PropertyValues() {}

    static Value of(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Value.NOTHING;
        }
        if (node.isBoolean()) {
            return new Value.Flag(node.booleanValue());
        }
        if (node.isIntegralNumber()) {
            return new Value.Whole(node.longValue());
        }
        return node.isArray() ? many(node) : new Value.Text(node.asText());
    }

    private static Value many(JsonNode array) {
        List<Value> items = new ArrayList<>();
        array.forEach(item -> items.add(of(item)));
        return items.isEmpty() ? Value.NOTHING : new Value.Many(items);
    }
}
