package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code IsNull(expression)}: no value; the empty string is one. */
public final class IsNull extends NamedFunction {
    public IsNull() {
        super("IsNull", Parameter.required("expression"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator expression = arguments.get(0);
        return attributes -> Value.of(expression.evaluate(attributes).isAbsent());
    }
}
