package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code StripSpaces(source)}: without any blank. */
public final class StripSpaces extends StrictFunction {
    public StripSpaces() {
        super("StripSpaces", Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments -> Value.of(arguments.text(0).replace(" ", ""));
    }
}
