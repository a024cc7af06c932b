package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code CBool(expression)}: whether the expression comes to a number other than zero, or is true. */
public final class CBool extends NamedFunction {
    public CBool() {
        super("CBool", Parameter.required("expression"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator expression = arguments.get(0);
        return attributes -> Value.of(holds(expression.evaluate(attributes)));
    }

    private static boolean holds(Value value) {
        return value.isNumber() ? value.whole() != 0 : value.text().equalsIgnoreCase("True");
    }
}
