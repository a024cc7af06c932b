package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code IsPresent(expression)}: the inverse of {@link IsNullOrEmpty}. */
public final class IsPresent implements Function {
    @Override
    public String name() {
        return "IsPresent";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("expression"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes ->
                new Value.Flag(!arguments.get(0).evaluate(attributes).isEmpty());
    }
}
