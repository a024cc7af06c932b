package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code AltSecIdFromNetid([netId])}: the key that binds an external user to its home object; internal, matching only. */
public final class AltSecIdFromNetid extends StrictFunction {
    public AltSecIdFromNetid() {
        super("AltSecIdFromNetid", Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments -> Value.of("5:" + arguments.text(0));
    }
}
