package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code IsNullOrEmpty(expression)}: no value, or the empty string. */
public final class IsNullOrEmpty extends NamedFunction {
    public IsNullOrEmpty() {
        super("IsNullOrEmpty", Parameter.required("expression"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator expression = arguments.get(0);
        return attributes -> Value.of(expression.evaluate(attributes).isEmpty());
    }
}
