package io.tenantry.provisioning.expression.value;

import io.tenantry.error.Excerpt;

/** An expression that cannot be read or evaluated. */
public final class ExpressionError extends RuntimeException {
    /** Classes of errors (provisioning-engine.md §5.2). */
    public enum Kind {
        PARSE,
        UNKNOWN_FUNCTION,
        ARITY,
        TYPE,
        ARGUMENT,
        NOT_TOP_LEVEL,
        UNIQUE_EXHAUSTED,
        TOO_LONG
    }

    private final Kind kind;

    public ExpressionError(Kind kind, String message) {
        super(Excerpt.of(message), null, false, false);
        this.kind = kind;
    }

    static ExpressionError tooLong() {
        return new ExpressionError(Kind.TOO_LONG, "a value may have " + Value.LONGEST + " characters");
    }

    public Kind kind() {
        return kind;
    }
}
