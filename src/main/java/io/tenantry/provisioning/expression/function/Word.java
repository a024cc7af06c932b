package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Word(string, wordNumber, delimiters)}: the word of that number, between any of the delimiters; "" where there is none. */
public final class Word extends NamedFunction {
    public Word() {
        super(
                "Word",
                Parameter.required("string"),
                Parameter.required("wordNumber", "Integer"),
                Parameter.required("delimiters"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator string = arguments.get(0);
        Evaluator wordNumber = arguments.get(1);
        Evaluator delimiters = arguments.get(2);
        return attributes -> {
            String text = string.evaluate(attributes).single();
            Value number = wordNumber.evaluate(attributes);
            return number.isAbsent()
                    ? Value.NOTHING
                    : Value.of(word(
                            text,
                            number.whole(),
                            delimiters.evaluate(attributes).single()));
        };
    }

    private static String word(String text, long number, String delimiters) {
        int end = 0;
        for (long left = number; left >= 1; left--) {
            int start = end;
            while (start < text.length() && delimiters.indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            end = start;
            while (end < text.length() && delimiters.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (left == 1 || start == end) {
                return text.substring(start, end);
            }
        }
        return "";
    }
}
