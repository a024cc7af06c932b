package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Arguments;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code Split(source, delimiter)}: the parts between delimiters, without the blanks that follow one. */
public final class Split extends StrictFunction {
    public Split() {
        super("Split", Parameter.required("source"), Parameter.required("delimiter"));
    }

    @Override
    protected Body body() {
        return Split::parts;
    }

    private static Value parts(Arguments arguments) {
        String source = arguments.text(0);
        String delimiter = arguments.text(1);
        if (delimiter.isEmpty()) {
            throw ExpressionError.argument("a delimiter is wanted");
        }
        List<Value> parts = new ArrayList<>();
        Search search = Search.in(source, arguments.attributes());
        int start = 0;
        for (int end = search.indexOf(delimiter, 0); end >= 0; end = search.indexOf(delimiter, start)) {
            parts.add(Value.of(source.substring(start, end)));
            start = end + delimiter.length();
            while (start < source.length() && source.charAt(start) == ' ' && !source.startsWith(delimiter, start)) {
                start++;
            }
        }
        parts.add(Value.of(source.substring(start)));
        return new Value.Many(parts);
    }
}
