package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Not(source)}: "True" gives False, everything else True. */
public final class Not extends NamedFunction {
    public Not() {
        super("Not", Parameter.required("source", "Boolean"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator source = arguments.get(0);
        return attributes -> Value.of(!source.evaluate(attributes).text().equals("True"));
    }
}
