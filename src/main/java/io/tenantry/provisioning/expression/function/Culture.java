package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.ExpressionError;
import java.util.function.IntUnaryOperator;

/** Upper and lower case as .NET maps them: letter by letter, so that no text changes its length; cultures differ in the Turkic dotted and
 * dotless i. */
final class Culture {
    static final Culture INVARIANT = new Culture(false);

    private static final Culture TURKIC = new Culture(true);

    private final boolean dotted;

    private Culture(boolean dotted) {
        this.dotted = dotted;
    }

    /** By its name of RFC 4646, such as {@code tr-TR}; the empty name is that of the invariant culture. */
    static Culture named(String name) {
        if (name.isEmpty()) {
            return INVARIANT;
        }
        String[] subtags = name.split("-", -1);
        boolean named = subtags[0].length() >= 2 && subtags[0].length() <= 3 && isLetters(subtags[0]);
        for (int i = 1; i < subtags.length; i++) {
            named &= subtags[i].length() >= 2 && subtags[i].length() <= 8 && isLetters(subtags[i]);
        }
        if (!named) {
            throw ExpressionError.argument(ExpressionError.quoted(name) + " is not a culture");
        }
        boolean turkic = subtags[0].equalsIgnoreCase("tr") || subtags[0].equalsIgnoreCase("az");
        return turkic ? TURKIC : INVARIANT;
    }

    private static boolean isLetters(String subtag) {
        return subtag.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }

    String toLower(String text) {
        return mapped(
                text, c -> dotted && c == 'I' ? '\u0131' : dotted && c == '\u0130' ? 'i' : Character.toLowerCase(c));
    }

    String toUpper(String text) {
        return mapped(text, c -> dotted && c == 'i' ? '\u0130' : Character.toUpperCase(c));
    }

    private static String mapped(String text, IntUnaryOperator mapping) {
        int[] points = text.codePoints().map(mapping).toArray();
        return new String(points, 0, points.length);
    }
}
