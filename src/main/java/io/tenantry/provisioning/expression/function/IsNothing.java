package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code IsNothing(source)}: another name of {@link IsNull}. */
public final class IsNothing extends NamedFunction {
    public IsNothing() {
        super("IsNothing", Parameter.required("source"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator expression = arguments.get(0);
        return attributes -> Value.of(expression.evaluate(attributes).isAbsent());
    }
}
