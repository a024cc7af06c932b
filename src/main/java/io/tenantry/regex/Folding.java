package io.tenantry.regex;

/** Where RE2's comparison without case does not end: it looks for the way back from a letter's other case, and some letters have none. */
final class Folding {
    private boolean asked;
    private boolean endless;

    /** The pattern, or a part of it, compares without case. */
    void ask() {
        asked = true;
    }

    /** The pattern holds these characters. */
    void holds(int first, int last) {
        for (int c = first; c <= last && !endless; c++) {
            endless = Character.toLowerCase(Character.toUpperCase(c)) != Character.toLowerCase(c);
        }
    }

    boolean isEndless() {
        return asked && endless;
    }
}
