package io.tenantry.provisioning.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Value;

/** {@code attributeMappingSource}: an expression as the schema writes it (synchronization-api.md §8.3). */
public final class MappingSource {
    private MappingSource() {}

    /** The expression that a source stands for. The text decides; a constant may stand without quotes, an attribute with its name alone. */
    public static Expression expression(JsonNode source) {
        String text = source.path("expression").asText("");
        String name = source.path("name").asText("");
        String type = source.path("type").asText();
        if (type.equalsIgnoreCase("Constant") && !text.startsWith("\"")) {
            String value = source.hasNonNull("name") ? name : text;
            return new Expression.Constant(new Value.Text(value), literal(value));
        }
        return type.equalsIgnoreCase("Attribute") && text.isEmpty() && !name.isEmpty()
                ? new Expression.Attribute(name)
                : ExpressionParser.parse(text);
    }

    public static ObjectNode toJson(Expression expression) {
        ObjectNode json = Json.object().put("expression", expression.spelled());
        ArrayNode parameters = Json.array();
        if (expression instanceof Expression.Call call) {
            json.put("name", call.name());
            addArguments(parameters, call);
        } else if (expression instanceof Expression.Attribute attribute) {
            json.put("name", attribute.name());
        } else if (expression instanceof Expression.Constant constant) {
            json.put("expression", literal(constant.value().text()));
            json.put("name", constant.value().text());
        } else {
            json.put("name", expression.spelled());
        }
        json.set("parameters", parameters);
        return json.put("type", type(expression));
    }

    /** Arguments left empty are left out. */
    private static void addArguments(ArrayNode json, Expression.Call call) {
        Function function = Functions.named(call.name());
        int count = call.arguments().size();
        for (int i = 0; i < count; i++) {
            if (!(call.arguments().get(i) instanceof Expression.Omitted)) {
                ObjectNode pair = json.addObject().put("key", function.argumentName(i, count));
                pair.set("value", toJson(call.arguments().get(i)));
            }
        }
    }

    private static String type(Expression expression) {
        if (expression instanceof Expression.Attribute) {
            return "Attribute";
        }
        return expression instanceof Expression.Constant ? "Constant" : "Function";
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
