package io.tenantry.directory.rule;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.Locale;

/** An ISO 8601 distance such as {@code p1d} or {@code PT12H}. */
final class Distance {
    private Distance() {}

    static TemporalAmount parse(String text) {
        String iso = text.toUpperCase(Locale.ROOT);
        try {
            return iso.contains("T") ? Duration.parse(iso) : Period.parse(iso);
        } catch (DateTimeParseException e) {
            throw RuleException.syntax(text);
        }
    }
}
