package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code IgnoreFlowIfNullOrEmpty(expression)}: the attribute is dropped from the export where the expression is null or empty. */
public final class IgnoreFlowIfNullOrEmpty extends NamedFunction {
    public IgnoreFlowIfNullOrEmpty() {
        super("IgnoreFlowIfNullOrEmpty", Parameter.required("expression"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator expression = arguments.get(0);
        return attributes -> {
            Value value = expression.evaluate(attributes);
            return value.isEmpty() ? Value.NO_FLOW : value;
        };
    }
}
