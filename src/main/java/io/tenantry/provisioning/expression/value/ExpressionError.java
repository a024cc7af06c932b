package io.tenantry.provisioning.expression.value;

/** An expression that cannot be read or evaluated. */
public final class ExpressionError extends RuntimeException {
    /** Classes of errors (provisioning-engine.md §5.2). */
    public enum Kind {
        PARSE("parse"),
        UNKNOWN_FUNCTION("unknownFunction"),
        ARITY("arity"),
        TYPE("type"),
        ARGUMENT("argument"),
        NOT_TOP_LEVEL("notTopLevel"),
        UNIQUE_EXHAUSTED("uniqueExhausted"),
        TOO_LONG("tooLong");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    private static final int LONGEST_QUOTED = 100;
    private static final int LONGEST_MESSAGE = 1000;

    private final Kind kind;
    private final boolean located;

    public ExpressionError(Kind kind, String message) {
        this(kind, shortened(message, LONGEST_MESSAGE), false);
    }

    private ExpressionError(Kind kind, String message, boolean located) {
        super(message, null, false, false);
        this.kind = kind;
        this.located = located;
    }

    /** A mistake in the text of an expression; the first character stands at 0. */
    public static ExpressionError at(int position, Kind kind, String message) {
        return new ExpressionError(kind, shortened(message, LONGEST_MESSAGE) + " at position " + position, true);
    }

    /** A value as messages show it: its beginning where it is long. */
    public static String quoted(String value) {
        return "'" + shortened(value, LONGEST_QUOTED) + "'";
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }

    public static ExpressionError argument(String message) {
        return new ExpressionError(Kind.ARGUMENT, message);
    }

    static ExpressionError tooLong() {
        return new ExpressionError(Kind.TOO_LONG, "a value may have " + Value.LONGEST + " characters");
    }

    /** The same, with the call in which it came about; the innermost one is told. */
    public ExpressionError in(String function, int position) {
        return located ? this : at(position, kind, function + ": " + getMessage());
    }

    public Kind kind() {
        return kind;
    }
}
