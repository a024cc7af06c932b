package io.tenantry.regex;

/**
 * How often a part of a pattern may follow itself.
 *
 * @param most the larger number, the smaller where there is no larger
 * @param text as it is written
 */
record Quantifier(int least, int most, boolean open, String text) {
    /** Longer numbers are as good as this one: too large. */
    private static final int DIGITS = 6;

    boolean severalTimes() {
        return open || most > 1;
    }

    static boolean startsHere(PatternText text) {
        int here = text.position();
        boolean starts = counted(text) != null;
        text.back(here);
        return starts;
    }

    /** Null where none stands here; a brace that begins none stands for itself. */
    static Quantifier take(PatternText text) {
        Quantifier counted = counted(text);
        return counted != null && text.accept('?')
                ? new Quantifier(counted.least, counted.most, counted.open, counted.text + "?")
                : counted;
    }

    private static Quantifier counted(PatternText text) {
        if (text.accept('*')) {
            return new Quantifier(0, 0, true, "*");
        }
        if (text.accept('+')) {
            return new Quantifier(1, 1, true, "+");
        }
        if (text.accept('?')) {
            return new Quantifier(0, 1, false, "?");
        }
        int here = text.position();
        Quantifier braced = text.accept('{') ? braced(text) : null;
        if (braced == null) {
            text.back(here);
        }
        return braced;
    }

    private static Quantifier braced(PatternText text) {
        String least = text.takeWhile("0123456789");
        boolean comma = text.accept(',');
        String most = text.takeWhile("0123456789");
        if (least.isEmpty() || !text.accept('}')) {
            return null;
        }
        boolean open = comma && most.isEmpty();
        int from = number(least);
        int to = comma && !open ? number(most) : from;
        if (to < from) {
            throw new InvalidPattern("a quantifier whose numbers are turned around");
        }
        return new Quantifier(from, to, open, "{" + from + (comma ? "," : "") + (comma && !open ? to : "") + "}");
    }

    private static int number(String digits) {
        return digits.length() > DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
