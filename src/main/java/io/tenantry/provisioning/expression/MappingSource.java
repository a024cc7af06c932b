package io.tenantry.provisioning.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code attributeMappingSource}: an expression as the schema writes it (synchronization-api.md §8.3). */
public final class MappingSource {
    private MappingSource() {}

    /** The expression that a source stands for. The text decides; a constant may stand without quotes. */
    public static Expression expression(JsonNode source) {
        String text = source.path("expression").asText("");
        if (source.path("type").asText().equalsIgnoreCase("Constant") && !text.startsWith("\"")) {
            String value = source.path("name").asText(text);
            return new Expression.Constant(new Value.Text(value), literal(value));
        }
        return ExpressionParser.parse(text);
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
        List<Parameter> parameters =
                Functions.named(call.name()).map(Function::parameters).orElse(List.of());
        for (int i = 0; i < call.arguments().size(); i++) {
            if (!(call.arguments().get(i) instanceof Expression.Omitted)) {
                ObjectNode pair = json.addObject().put("key", key(parameters, i));
                pair.set("value", toJson(call.arguments().get(i)));
            }
        }
    }

    private static String key(List<Parameter> parameters, int index) {
        if (index < parameters.size() && !parameters.get(index).repeated()) {
            return parameters.get(index).name();
        }
        int first = parameters.size() - 1;
        return parameters.isEmpty()
                ? "arg" + (index + 1)
                : parameters.get(first).name() + (index - first + 1);
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
