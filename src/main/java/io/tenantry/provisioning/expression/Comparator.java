package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.date.Moments;
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

    /** Whether two values compare so. */
    boolean holds(Value left, Value right) {
        int order = order(left, right);
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
        };
    }

    /** With a date everything compares as a date, with a number as a number; texts compare with case, but which of two numbers is greater
     * shows only in their values. */
    private int order(Value left, Value right) {
        if (left instanceof Value.Moment || right instanceof Value.Moment) {
            return Moments.of(left).compareTo(Moments.of(right));
        }
        boolean numbers = left.isNumber() && right.isNumber();
        boolean typed = left instanceof Value.Whole || right instanceof Value.Whole;
        boolean ranked = this != EQUAL && this != NOT_EQUAL;
        return numbers && (typed || ranked)
                ? Long.compare(left.whole(), right.whole())
                : left.single().compareTo(right.single());
    }
}
