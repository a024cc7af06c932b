package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.TextFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Append(source, suffix)}: the suffix behind the source. */
public final class Append extends TextFunction {
    public Append() {
        super("Append", Parameter.required("source"), Parameter.required("suffix"));
    }

    @Override
    protected Value apply(String source, List<Value> arguments) {
        return new Value.Text(source + arguments.get(1).text());
    }
}
