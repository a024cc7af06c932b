package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.Expression;
import io.tenantry.provisioning.expression.ExpressionParser;
import io.tenantry.provisioning.expression.ExpressionPlanner;
import io.tenantry.provisioning.expression.MappingSource;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code parseExpression}: reads an expression and tries it on given values; what is wrong with it is answered, not an error. */
final class ParseExpression {
    private ParseExpression() {}

    static Answer parse(GraphCall call, Entity schema, ObjectNode parameters) {
        ObjectNode response = Json.object().putNull("error");
        response.putArray("evaluationResult");
        response.put("evaluationSucceeded", false).putNull("parsedExpression").put("parsingSucceeded", false);
        try {
            Expression expression =
                    ExpressionParser.parse(parameters.path("expression").asText());
            Evaluator evaluator = ExpressionPlanner.plan(expression);
            response.put("parsingSucceeded", true);
            response.set("parsedExpression", MappingSource.toJson(expression));
            evaluate(response, evaluator, inputs(parameters.path("testInputObject")));
        } catch (ExpressionError e) {
            ObjectNode error = response.putObject("error");
            error.put("code", e.kind().name()).put("message", e.getMessage()).putNull("target");
        }
        return Answer.value("microsoft.graph.parseExpressionResponse", response);
    }

    private static void evaluate(ObjectNode response, Evaluator evaluator, Map<String, Value> inputs) {
        Value value = evaluator.evaluate(name -> inputs.getOrDefault(name, Value.NOTHING));
        List<String> texts = value.items().stream().map(Value::text).toList();
        response.set("evaluationResult", Json.array(texts));
        response.put("evaluationSucceeded", true);
    }

    private static Map<String, Value> inputs(JsonNode testInputObject) {
        Map<String, Value> inputs = new HashMap<>();
        for (JsonNode property : testInputObject.path("properties")) {
            inputs.put(property.path("key").asText(), value(property.path("value")));
        }
        return inputs;
    }

    private static Value value(JsonNode node) {
        if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return new Value.Many(items);
        }
        if (node.isBoolean()) {
            return new Value.Flag(node.booleanValue());
        }
        return node.isNull() || node.isMissingNode() ? Value.NOTHING : new Value.Text(node.asText());
    }
}
