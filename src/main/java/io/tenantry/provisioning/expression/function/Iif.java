package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import java.util.List;

/** {@code IIF(condition, valueIfTrue, valueIfFalse)}. */
public final class Iif implements Function {
    @Override
    public String name() {
        return "IIF";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.required("condition", "Boolean"),
                Parameter.required("valueIfTrue"),
                Parameter.required("valueIfFalse"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes -> {
            boolean holds = arguments.get(0).evaluate(attributes).text().equals("True");
            return arguments.get(holds ? 1 : 2).evaluate(attributes);
        };
    }
}
