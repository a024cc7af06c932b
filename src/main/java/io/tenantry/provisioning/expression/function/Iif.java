package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code IIF(condition, valueIfTrue, valueIfFalse)}. A condition that comes to nothing, since what it compares has no value, fails: that is
 * what Switch is for. */
public final class Iif extends NamedFunction {
    public Iif() {
        super(
                "IIF",
                Parameter.required("condition", "Boolean"),
                Parameter.required("valueIfTrue"),
                Parameter.required("valueIfFalse"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator condition = arguments.get(0);
        Evaluator valueIfTrue = arguments.get(1);
        Evaluator valueIfFalse = arguments.get(2);
        return attributes -> (holds(condition.evaluate(attributes)) ? valueIfTrue : valueIfFalse).evaluate(attributes);
    }

    private static boolean holds(Value condition) {
        if (condition.isAbsent()) {
            throw ExpressionError.argument("the condition reads an attribute without value; use Switch for emptiness");
        }
        if (condition.isNumber()) {
            return condition.whole() != 0;
        }
        boolean holds = condition.text().equalsIgnoreCase("True");
        if (!holds && !condition.text().equalsIgnoreCase("False")) {
            throw new ExpressionError(
                    ExpressionError.Kind.TYPE, ExpressionError.quoted(condition.text()) + " is neither true nor false");
        }
        return holds;
    }
}
