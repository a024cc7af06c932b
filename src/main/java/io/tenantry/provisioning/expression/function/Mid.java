package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.TextFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Mid(source, start, length)}: counted from 1; past the end the rest. */
public final class Mid extends TextFunction {
    public Mid() {
        super(
                "Mid",
                Parameter.required("source"),
                Parameter.required("start", "Integer"),
                Parameter.required("length", "Integer"));
    }

    @Override
    protected Value apply(String source, List<Value> arguments) {
        int start = (int) Math.max(1, Math.min(arguments.get(1).whole(), source.length() + 1L)) - 1;
        long end = Math.max(start, Math.min(start + arguments.get(2).whole(), source.length()));
        return new Value.Text(source.substring(start, (int) end));
    }
}
