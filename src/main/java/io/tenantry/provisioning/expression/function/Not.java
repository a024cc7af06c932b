package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Not(source)}: "True" gives False, everything else True. */
public final class Not implements Function {
    @Override
    public String name() {
        return "Not";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("source", "Boolean"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes ->
                new Value.Flag(!arguments.get(0).evaluate(attributes).text().equals("True"));
    }
}
