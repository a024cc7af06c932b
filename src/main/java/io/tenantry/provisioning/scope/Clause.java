package io.tenantry.provisioning.scope;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.regex.InvalidPattern;
import io.tenantry.regex.Steps;
import java.util.function.BiPredicate;

/** One comparison of a scoping filter. */
record Clause(String attribute, FilterOperator operator, String operand, BiPredicate<Value, Steps> test) {
    /** Throws {@link InvalidFilter} for an operator that does not exist, and for a pattern that is none. */
    static Clause compile(JsonNode clause) {
        String name = clause.path("operatorName").asText();
        FilterOperator operator =
                FilterOperator.named(name).orElseThrow(() -> new InvalidFilter("unknown operator " + name));
        String operand = clause.path("targetOperand").path("values").path(0).asText("");
        try {
            return new Clause(clause.path("sourceOperandName").asText(), operator, operand, operator.with(operand));
        } catch (InvalidPattern e) {
            throw new InvalidFilter("not a regular expression: " + e.getMessage());
        }
    }

    boolean holds(Attributes attributes) {
        return test.test(attributes.get(attribute), attributes.steps());
    }

    ClauseResult told(Attributes attributes) {
        Value value = attributes.get(attribute);
        return new ClauseResult(label(""), value.isAbsent() ? null : value.text(), holds(attributes));
    }

    /** As ScopeEvaluationResult names it (synchronization-api.md §9.3): a group without a name leaves nothing in front. */
    String label(String group) {
        String text = (group.isEmpty() ? "" : group + ".") + attribute + " " + operator.wireName();
        return operator.unary() ? text : text + " '" + operand + "'";
    }
}
