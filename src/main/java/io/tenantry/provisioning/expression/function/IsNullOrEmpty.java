package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code IsNullOrEmpty(expression)}: no value, or the empty string. */
public final class IsNullOrEmpty implements Function {
    @Override
    public String name() {
        return "IsNullOrEmpty";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("expression"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes ->
                new Value.Flag(arguments.get(0).evaluate(attributes).isEmpty());
    }
}
