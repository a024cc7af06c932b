package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.date.Moments;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Now()}: the current time in UTC. */
public final class Now extends NamedFunction {
    public Now() {
        super("Now");
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes ->
                new Value.Moment(Moments.of(attributes.surroundings().now().get()));
    }
}
