package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;

/** {@code Redact(value)}: the value as it is; the provisioning log shows {@code [Redact]} in its place. */
public final class Redact extends StrictFunction {
    public Redact() {
        super("Redact", Parameter.required("value"));
    }

    @Override
    protected Body body() {
        return arguments -> arguments.value(0);
    }
}
