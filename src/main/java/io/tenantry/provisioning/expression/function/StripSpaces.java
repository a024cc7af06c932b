package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.TextFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code StripSpaces(source)}: without any blank. */
public final class StripSpaces extends TextFunction {
    public StripSpaces() {
        super("StripSpaces", Parameter.required("source"));
    }

    @Override
    protected Value apply(String source, List<Value> arguments) {
        return new Value.Text(source.replace(" ", ""));
    }
}
