package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Coalesce(source1, source2, …, defaultValue?)}: the first that is not null; the empty string counts as a value. */
public final class Coalesce extends NamedFunction {
    public Coalesce() {
        super("Coalesce", Parameter.repeated("source"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes -> {
            for (Evaluator argument : arguments) {
                Value value = argument.evaluate(attributes);
                if (!value.isAbsent()) {
                    return value;
                }
            }
            return Value.NOTHING;
        };
    }
}
