package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.TextFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code ToUpper(source, culture?)}: as {@link ToLower}. */
public final class ToUpper extends TextFunction {
    public ToUpper() {
        super("ToUpper", Parameter.required("source"), Parameter.optional("culture"));
    }

    @Override
    protected Value apply(String source, List<Value> arguments) {
        return new Value.Text(source.toUpperCase(ToLower.locale(arguments)));
    }
}
