package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Remembered;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code ToLower(source, culture?)}: by the rules of the culture, invariant without one. */
public final class ToLower extends StrictFunction {
    public ToLower() {
        super("ToLower", Parameter.required("source"), Parameter.optional("culture"));
    }

    @Override
    protected Body body() {
        Remembered<Culture> cultures = new Remembered<>(Culture::named);
        return arguments -> Value.of(cultures.of(arguments.text(1)).toLower(arguments.text(0)));
    }
}
