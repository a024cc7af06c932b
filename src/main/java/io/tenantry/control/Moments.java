package io.tenantry.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;

/** Instants and spans as the control API takes them: ISO 8601, within the years that dates of Graph make sense in. */
public final class Moments {
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Moments() {}

    public static Instant instant(String place, String text) {
        try {
            return within(place, OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw ControlError.badRequest(place, "'" + text + "' is not a date and time like 2026-01-31T08:00:00Z");
        }
    }

    /** An instant that is not before another one. */
    public static Instant later(Instant start, String place, String text) {
        Instant instant = instant(place, text);
        if (instant.isBefore(start)) {
            throw ControlError.badRequest(place, "time does not run backwards: PUT the clock to set it");
        }
        return instant;
    }

    /** The instant a span later; months and years are those of the calendar. */
    public static Instant after(Instant start, String place, String span) {
        try {
            int time = span.indexOf('T');
            Period days = time == 1 ? Period.ZERO : Period.parse(time < 0 ? span : span.substring(0, time));
            Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + span.substring(time));
            if (days.isNegative() || rest.isNegative()) {
                throw ControlError.badRequest(place, "time does not run backwards");
            }
            return within(
                    place, start.atOffset(ZoneOffset.UTC).plus(days).plus(rest).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            throw ControlError.badRequest(place, "'" + span + "' is not a span like PT40M or P29D");
        }
    }

    private static Instant within(String place, Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw ControlError.badRequest(place, "the clock goes from 1990 to 2200");
        }
        return instant;
    }
}
