package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code Prepend(prefix, source)}: the prefix before the source. */
public final class Prepend extends StrictFunction {
    public Prepend() {
        super("Prepend", Parameter.required("prefix"), Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments -> Value.of(arguments.text(0) + arguments.text(1));
    }
}
