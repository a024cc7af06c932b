package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.Functions;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.scope.FilterOperator;
import io.tenantry.store.Entity;
import java.util.List;

/** What schemas can be made of: {@code filterOperators} and {@code functions}. Entries carry both id and name. */
final class SchemaCatalogues {
    /** The catalogue has eight; the others are offered by the portal (provisioning-engine.md §2.2). */
    private static final List<FilterOperator> LISTED = List.of(
            FilterOperator.EQUALS,
            FilterOperator.IS_FALSE,
            FilterOperator.IS_NOT_NULL,
            FilterOperator.IS_NULL,
            FilterOperator.IS_TRUE,
            FilterOperator.NOT_EQUALS,
            FilterOperator.NOT_REGEX_MATCH,
            FilterOperator.REGEX_MATCH);

    private SchemaCatalogues() {}

    static Answer filterOperators(GraphCall call, Entity schema, ObjectNode parameters) {
        ArrayNode operators = Json.array();
        for (FilterOperator operator : LISTED) {
            ObjectNode json = operators.addObject();
            json.put("id", operator.wireName()).put("name", operator.wireName());
            json.put("arity", operator.unary() ? "Unary" : "Binary").put("multivaluedComparisonType", "All");
            json.set("supportedAttributeTypes", Json.array(operator.types()));
        }
        return Answer.value("filterOperators", operators);
    }

    static Answer functions(GraphCall call, Entity schema, ObjectNode parameters) {
        ArrayNode functions = Json.array();
        Functions.all().forEach(function -> {
            ObjectNode json = functions.addObject();
            json.put("id", function.name()).put("name", function.name());
            ArrayNode list = json.putArray("parameters");
            function.parameters().forEach(parameter -> add(list, parameter));
        });
        return Answer.value("functions", functions);
    }

    private static void add(ArrayNode list, Parameter parameter) {
        list.addObject()
                .put("name", parameter.name())
                .put("required", parameter.required())
                .put("allowMultipleOccurrences", parameter.repeated())
                .put("type", parameter.type());
    }
}
