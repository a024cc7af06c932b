package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Arguments;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code InStr(value1, value2, start?, compareType?)}: where the second text stands in the first, counted from 1; 0 where it does not. */
public final class InStr extends StrictFunction {
    public InStr() {
        super(
                "InStr",
                Parameter.required("value1"),
                Parameter.required("value2"),
                Parameter.optional("start", "Integer"),
                Parameter.optional("compareType"));
    }

    @Override
    protected Body body() {
        return InStr::position;
    }

    private static Value position(Arguments arguments) {
        long start = arguments.has(2) ? arguments.whole(2) : 1;
        if (start < 1) {
            throw ExpressionError.argument("positions are counted from 1");
        }
        String text = arguments.text(0);
        String wanted = arguments.text(1);
        boolean ignoringCase = ignoresCase(arguments.text(3));
        if (start > text.length()) {
            return new Value.Whole(0);
        }
        String folded = ignoringCase ? Culture.INVARIANT.toUpper(text) : text;
        String foldedWanted = ignoringCase ? Culture.INVARIANT.toUpper(wanted) : wanted;
        return new Value.Whole(1L + Search.in(folded, arguments.attributes()).indexOf(foldedWanted, (int) start - 1));
    }

    private static boolean ignoresCase(String compareType) {
        return switch (compareType) {
            case "", "vbBinaryCompare" -> false;
            case "vbTextCompare" -> true;
            default -> throw ExpressionError.argument(ExpressionError.quoted(compareType) + " is not a way to compare");
        };
    }
}
