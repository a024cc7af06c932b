package io.tenantry.provisioning.scope;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.regex.InvalidPattern;
import io.tenantry.regex.Steps;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** One comparison of a scoping filter. */
record Clause(String attribute, FilterOperator operator, List<String> operands, BiPredicate<Value, Steps> test) {
    /** Throws {@link InvalidFilter} for an operator that does not exist or has nothing to compare with, and for a pattern that is none. */
    static Clause compile(JsonNode clause) {
        String name = clause.path("operatorName").asText();
        FilterOperator operator =
                FilterOperator.named(name).orElseThrow(() -> new InvalidFilter("unknown operator " + name));
        String attribute = clause.path("sourceOperandName").asText();
        List<String> operands = clause.path("targetOperand")
                .path("values")
                .valueStream()
                .map(each -> each.asText(""))
                .toList();
        if (operands.isEmpty() && !operator.unary()) {
            throw new InvalidFilter(operator.wireName() + " has no value to compare " + attribute + " with");
        }
        try {
            return new Clause(attribute, operator, operands, operator.with(operands));
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
        return operator.unary()
                ? text
                : text + " " + operands.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
    }
}
