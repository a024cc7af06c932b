package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code NormalizeDiacritics(source)}: letters with diacritics as the plain letters of the documented table; what is not in it stays as it
 * is. */
public final class NormalizeDiacritics extends StrictFunction {
    private static final String BASES = "acdegilnorstuyz";

    /** Acute, grave, circumflex, tilde, diaeresis, ring, caron, ogonek, breve, cedilla, comma below, double acute, dot, macron; macron and
     * diaeresis below. */
    private static final String MARKS =
            "\u0301\u0300\u0302\u0303\u0308\u030a\u030c\u0328\u0306\u0327\u0326\u030b\u0307\u0304\u0331\u0324";

    /** A dot below counts under a macron only. */
    private static final char MACRON = '\u0304';

    private static final char DOT_BELOW = '\u0323';

    /** Letters with a replacement of their own, with marks or without. */
    private static final Map<Character, String> OWN = Map.of(
            '\u00e6', "ae", '\u00c6', "AE", '\u00f8', "oe", '\u00d8', "OE", '\u00df', "ss", '\u0142', "l", '\u0141',
            "L", '\u0131', "i");

    /** With a mark only. */
    private static final Map<Character, String> MARKED = Map.of('\u0153', "oe", '\u0152', "OE");

    public NormalizeDiacritics() {
        super("NormalizeDiacritics", Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments -> {
            String source = arguments.text(0);
            // other letters than those of ASCII are looked up one by one
            arguments.attributes().steps().take((int)
                    source.chars().filter(c -> c >= 128).count());
            return Value.of(normalized(source));
        };
    }

    private static String normalized(String source) {
        if (source.chars().allMatch(c -> c < 128)) {
            return source;
        }
        StringBuilder result = new StringBuilder(source.length());
        int end;
        for (int start = 0; start < source.length(); start = end) {
            end = source.offsetByCodePoints(start, 1);
            while (end < source.length() && Character.getType(source.charAt(end)) == Character.NON_SPACING_MARK) {
                end++;
            }
            String letter = source.substring(start, end);
            result.append(replacement(letter).orElse(letter));
        }
        return result.toString();
    }

    /** What stands for a letter with its marks; empty where it stays as it is. */
    private static Optional<String> replacement(String letter) {
        String decomposed = decomposed(letter);
        char base = decomposed.charAt(0);
        boolean marked = decomposed.length() > 1;
        boolean dotted = decomposed.indexOf(MACRON) > 0;
        if (!decomposed.chars().skip(1).allMatch(mark -> MARKS.indexOf(mark) >= 0 || dotted && mark == DOT_BELOW)) {
            return Optional.empty();
        }
        if (marked && BASES.indexOf(Character.toLowerCase(base)) >= 0) {
            return Optional.of(String.valueOf(base));
        }
        return Optional.ofNullable(marked && MARKED.containsKey(base) ? MARKED.get(base) : OWN.get(base));
    }

    /** Character by character: marks in their canonical order would take time that grows with the square of their number. */
    private static String decomposed(String letter) {
        return letter.codePoints()
                .mapToObj(each -> Normalizer.normalize(Character.toString(each), Normalizer.Form.NFD))
                .collect(Collectors.joining());
    }
}
