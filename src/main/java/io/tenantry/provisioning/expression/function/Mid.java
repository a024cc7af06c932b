package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code Mid(source, start, length)}: counted from 1; past the end the rest. */
public final class Mid extends StrictFunction {
    public Mid() {
        super(
                "Mid",
                Parameter.required("source"),
                Parameter.required("start", "Integer"),
                Parameter.required("length", "Integer"));
    }

    @Override
    protected Body body() {
        return arguments -> Value.of(mid(arguments.text(0), arguments.whole(1), arguments.whole(2)));
    }

    private static String mid(String source, long start, long length) {
        if (start < 1 || length < 0) {
            throw ExpressionError.argument("a start from 1 on and a length from 0 on are wanted");
        }
        int begin = (int) Math.min(start - 1, source.length());
        return source.substring(begin, begin + (int) Math.min(length, source.length() - begin));
    }
}
