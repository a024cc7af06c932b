package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code IsString(expression)}: whether the expression comes to a text, as dates do. */
public final class IsString extends NamedFunction {
    public IsString() {
        super("IsString", Parameter.required("expression"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator expression = arguments.get(0);
        return attributes -> {
            Value value = expression.evaluate(attributes);
            return Value.of(value instanceof Value.Text || value instanceof Value.Moment);
        };
    }
}
