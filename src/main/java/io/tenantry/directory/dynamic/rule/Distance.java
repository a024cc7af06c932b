package io.tenantry.directory.dynamic.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Locale;

/** An ISO 8601 distance such as {@code p1d} or {@code PT12H}. */
final class Distance {
    /** No clock is as far from the bounds of calendars as this; a distance that leads across them is refused. */
    private static final OffsetDateTime ANY_TIME = OffsetDateTime.of(10_000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private Distance() {}

    static TemporalAmount parse(String text) {
        String iso = text.toUpperCase(Locale.ROOT);
        try {
            TemporalAmount distance = iso.contains("T") ? Duration.parse(iso) : Period.parse(iso);
            ANY_TIME.plus(distance).minus(distance).minus(distance);
            return distance;
        } catch (DateTimeException | ArithmeticException e) {
            throw RuleException.syntax(text);
        }
    }
}
