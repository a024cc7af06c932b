package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Left(string, numChars)}: 0 gives "", a negative number the whole string, nothing the empty string. */
public final class Left extends NamedFunction {
    public Left() {
        super("Left", Parameter.required("string"), Parameter.required("numChars", "Integer"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator string = arguments.get(0);
        Evaluator numChars = arguments.get(1);
        return attributes -> {
            String text = string.evaluate(attributes).single();
            Value number = numChars.evaluate(attributes);
            return number.isAbsent() ? Value.NOTHING : Value.of(left(text, number.whole()));
        };
    }

    private static String left(String text, long count) {
        return count < 0 || count > text.length() ? text : text.substring(0, (int) count);
    }
}
