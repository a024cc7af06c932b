package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code Append(source, suffix)}: the suffix behind the source. */
public final class Append extends StrictFunction {
    public Append() {
        super("Append", Parameter.required("source"), Parameter.required("suffix"));
    }

    @Override
    protected Body body() {
        return arguments -> Value.of(arguments.text(0) + arguments.text(1));
    }
}
