package io.tenantry.provisioning.scope;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.Attributes;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One comparison of a scoping filter. */
record Clause(String attribute, Operator operator, String operand) {
    /** Throws {@link InvalidFilter} for an operator that does not exist. */
    static Clause compile(JsonNode clause) {
        String name = clause.path("operatorName").asText();
        Operator operator = Operator.named(name).orElseThrow(() -> new InvalidFilter("unknown operator " + name));
        String operand = clause.path("targetOperand").path("values").path(0).asText("");
        if (operator.isRegex()) {
            checkPattern(operand);
        }
        return new Clause(clause.path("sourceOperandName").asText(), operator, operand);
    }

    private static void checkPattern(String operand) {
        try {
            Pattern.compile(operand);
        } catch (PatternSyntaxException e) {
            throw new InvalidFilter("not a regular expression: " + operand);
        }
    }

    boolean holds(Attributes attributes) {
        return operator.test(attributes.get(attribute), operand);
    }

    /** As ScopeEvaluationResult names it (synchronization-api.md §9.3): a group without a name leaves nothing in front. */
    String label(String group) {
        String text = (group.isEmpty() ? "" : group + ".") + attribute + " " + operator.wireName();
        return operator.unary() ? text : text + " '" + operand + "'";
    }
}
