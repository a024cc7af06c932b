package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code IsNull(expression)}: no value; the empty string is one. */
public final class IsNull implements Function {
    @Override
    public String name() {
        return "IsNull";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("expression"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes ->
                new Value.Flag(arguments.get(0).evaluate(attributes).isAbsent());
    }
}
