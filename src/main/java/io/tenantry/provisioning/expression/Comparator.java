package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Value;
import java.util.Arrays;
import java.util.Optional;

/** Comparison operators; there is no AND and no OR (functions-for-customizing-application-data, IIF). */
public enum Comparator {
    NOT_EQUAL("<>"),
    AT_LEAST(">="),
    AT_MOST("<="),
    EQUAL("="),
    GREATER(">"),
    LESS("<");

    private final String symbol;

    Comparator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** The operator that a text begins with at a position. */
    static Optional<Comparator> at(String text, int position) {
        return Arrays.stream(values())
                .filter(operator -> text.startsWith(operator.symbol, position))
                .findFirst();
    }

    /** Whether two values compare so. Numbers compare as numbers, everything else by its text, with case. */
    boolean holds(Value left, Value right) {
        if (left.isAbsent() || right.isAbsent()) {
            throw new ExpressionError(
                    ExpressionError.Kind.ARGUMENT, "a comparison with an empty value; use Switch for emptiness");
        }
        int order = order(left.text(), right.text());
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
        };
    }

    private static int order(String left, String right) {
        if (Value.isWhole(left) && Value.isWhole(right)) {
            return Long.compare(Long.parseLong(left), Long.parseLong(right));
        }
        return left.compareTo(right);
    }
}
