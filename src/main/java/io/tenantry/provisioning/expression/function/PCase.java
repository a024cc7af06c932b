package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.function.IntPredicate;

/** {@code PCase(source, wordSeparators?)}: the first character of each word in upper case, all others in lower case; separators that are
 * given take the place of the usual ones. */
public final class PCase extends StrictFunction {
    public PCase() {
        super("PCase", Parameter.required("source"), Parameter.optional("wordSeparators"));
    }

    @Override
    protected Body body() {
        return arguments -> {
            String separators = arguments.text(1);
            IntPredicate separates = arguments.has(1) ? c -> separators.indexOf(c) >= 0 : PCase::separates;
            return Value.of(properCase(arguments.text(0), separates));
        };
    }

    private static String properCase(String source, IntPredicate separates) {
        StringBuilder result = new StringBuilder(source.length());
        boolean first = true;
        for (int point : source.codePoints().toArray()) {
            result.appendCodePoint(first ? Character.toTitleCase(point) : Character.toLowerCase(point));
            first = separates.test(point);
        }
        return result.toString();
    }

    /** Spaces, control and format characters, punctuation and symbols. */
    private static boolean separates(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
