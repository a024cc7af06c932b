package io.tenantry.error;

/** What messages show of a text that came from outside. */
public final class Excerpt {
    /** Enough for any name that one would want to read. */
    private static final int LONGEST = 2000;

    private Excerpt() {}

    /** The text, or its beginning where it is long. */
    public static String of(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** For logs: nobody writes a line of theirs by sending one. */
    public static String inOneLine(String text) {
        return of(text).replaceAll("\\p{Cntrl}", "?");
    }
}
