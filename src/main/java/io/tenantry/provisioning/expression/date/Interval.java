package io.tenantry.provisioning.expression.date;

import io.tenantry.provisioning.expression.value.ExpressionError;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/**
 * Intervals of DateAdd and DateDiff, as Visual Basic reckons them: days and less are what has passed in full, weeks, months and years
 * how often one began in between.
 */
public enum Interval {
    YEAR("yyyy", ChronoUnit.YEARS),
    MONTH("m", ChronoUnit.MONTHS),
    DAY("d", ChronoUnit.DAYS),
    WEEK("ww", ChronoUnit.WEEKS),
    HOUR("h", ChronoUnit.HOURS),
    MINUTE("n", ChronoUnit.MINUTES),
    SECOND("s", ChronoUnit.SECONDS);

    private final String symbol;
    private final ChronoUnit unit;

    Interval(String symbol, ChronoUnit unit) {
        this.symbol = symbol;
        this.unit = unit;
    }

    public static Interval of(String symbol) {
        return Arrays.stream(values())
                .filter(each -> each.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> ExpressionError.argument(ExpressionError.quoted(symbol) + " is not an interval"));
    }

    public LocalDateTime add(long count, LocalDateTime moment) {
        return Moments.checked(() -> moment.plus(count, unit), "there is no such date");
    }

    public long between(LocalDateTime first, LocalDateTime second) {
        return switch (this) {
            case YEAR -> second.getYear() - first.getYear();
            case MONTH -> months(second) - months(first);
            case WEEK -> ChronoUnit.WEEKS.between(sunday(first), sunday(second));
            case DAY, HOUR, MINUTE, SECOND -> unit.between(first, second);
        };
    }

    private static long months(LocalDateTime moment) {
        return moment.getYear() * 12L + moment.getMonthValue();
    }

    private static LocalDate sunday(LocalDateTime moment) {
        return moment.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }
}
