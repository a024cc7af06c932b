package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code CStr(value)}: a number, reference or Boolean as text. */
public final class CStr extends StrictFunction {
    public CStr() {
        super("CStr", Parameter.required("value"));
    }

    @Override
    protected Body body() {
        return arguments -> Value.of(arguments.text(0));
    }
}
