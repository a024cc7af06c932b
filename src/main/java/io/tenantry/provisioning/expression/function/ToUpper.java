package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Remembered;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code ToUpper(source, culture?)}: as {@link ToLower}. */
public final class ToUpper extends StrictFunction {
    public ToUpper() {
        super("ToUpper", Parameter.required("source"), Parameter.optional("culture"));
    }

    @Override
    protected Body body() {
        Remembered<Culture> cultures = new Remembered<>(Culture::named);
        return arguments -> Value.of(cultures.of(arguments.text(1)).toUpper(arguments.text(0)));
    }
}
