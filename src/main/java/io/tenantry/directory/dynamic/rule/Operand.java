package io.tenantry.directory.dynamic.rule;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.List;

/** The right side of a comparison. */
sealed interface Operand {
    record Text(String value) implements Operand {}

    record Null() implements Operand {}

    record Moment(Instant at) implements Operand {}

    record Texts(List<String> values) implements Operand {}

    /**
     * {@code system.now}, or some time before or after it.
     *
     * @param sign 1 for -plus, -1 for -minus, 0 for now itself
     */
    record Now(int sign, TemporalAmount distance) implements Operand {
        Instant at(Instant now) {
            if (sign == 0) {
                return now;
            }
            var zoned = now.atOffset(ZoneOffset.UTC);
            return (sign > 0 ? zoned.plus(distance) : zoned.minus(distance)).toInstant();
        }

        static Now exactly() {
            return new Now(0, Period.ZERO);
        }
    }
}
