package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;
import java.util.UUID;

/** {@code Guid()}: a new random GUID each time. */
public final class Guid extends NamedFunction {
    public Guid() {
        super("Guid");
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes -> Value.of(UUID.randomUUID().toString());
    }
}
