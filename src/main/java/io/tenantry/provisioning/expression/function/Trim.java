package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code Trim(source)}: without white space at its ends. */
public final class Trim extends StrictFunction {
    public Trim() {
        super("Trim", Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments -> Value.of(arguments.text(0).strip());
    }
}
