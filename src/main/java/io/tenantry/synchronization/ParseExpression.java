package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.organization.Domains;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.Expression;
import io.tenantry.provisioning.expression.ExpressionParser;
import io.tenantry.provisioning.expression.ExpressionPlanner;
import io.tenantry.provisioning.expression.MappingSource;
import io.tenantry.provisioning.expression.Metered;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Surroundings;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.provisioning.mapping.MappingFailure;
import io.tenantry.store.Entity;
import java.util.List;

/** {@code parseExpression}: reads an expression and tries it on given values; what is wrong with it is answered, not an error. */
final class ParseExpression {
    private ParseExpression() {}

    static Answer parse(GraphCall call, Entity schema, ObjectNode parameters) {
        ObjectNode response = Json.object().putNull("error");
        response.putArray("evaluationResult");
        response.put("evaluationSucceeded", false).putNull("parsedExpression").put("parsingSucceeded", false);
        try {
            Expression expression =
                    ExpressionParser.parse(parameters.path("expression").asText(""));
            Evaluator evaluator = ExpressionPlanner.plan(expression);
            response.put("parsingSucceeded", true);
            response.set("parsedExpression", MappingSource.toJson(expression));
            TestObject object = TestObject.of(parameters.path("testInputObject"));
            TargetDefinition target = new TargetDefinition(parameters.path("targetAttributeDefinition"));
            target.check(expression);
            Value value = evaluator.evaluate(Metered.of(object, surroundings(call)));
            succeed(response, target.accept(value));
        } catch (ExpressionError e) {
            fail(response, e.kind().wireName(), e.getMessage());
        } catch (MappingFailure e) {
            fail(response, e.failure().code(), e.failure().reason());
        }
        return Answer.value("microsoft.graph.parseExpressionResponse", response);
    }

    private static Surroundings surroundings(GraphCall call) {
        return Surroundings.of(call::now, Domains.defaultName(call.session()));
    }

    private static void fail(ObjectNode response, String code, String message) {
        response.putObject("error").put("code", code).put("message", message).putNull("target");
    }

    private static void succeed(ObjectNode response, Value value) {
        List<String> texts = value.items().stream().map(Value::text).toList();
        response.set("evaluationResult", Json.array(texts));
        response.put("evaluationSucceeded", true);
    }
}
