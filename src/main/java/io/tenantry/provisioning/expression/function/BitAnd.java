package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code BitAnd(value1, value2)}: the bits that both numbers have. */
public final class BitAnd extends StrictFunction {
    public BitAnd() {
        super("BitAnd", Parameter.required("value1", "Integer"), Parameter.required("value2", "Integer"));
    }

    @Override
    protected Body body() {
        return arguments -> new Value.Whole(arguments.whole(0) & arguments.whole(1));
    }
}
