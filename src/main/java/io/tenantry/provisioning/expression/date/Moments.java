package io.tenantry.provisioning.expression.date;

import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** DateTimes of UTC, within the years that .NET has. */
public final class Moments {
    private static final Pattern ISO = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,7})?)?)? ?(Z|[+-]\\d{2}(:?\\d{2})?)?");

    private Moments() {}

    /** The moment that a value is, or that its text reads as. */
    public static LocalDateTime of(Value value) {
        return value instanceof Value.Moment moment ? moment.value() : read(value.single());
    }

    /** As {@link #of}, where a text must be of ISO 8601; a blank may stand for its T. */
    public static LocalDateTime iso(Value value) {
        if (value instanceof Value.Moment moment) {
            return moment.value();
        }
        String text = value.single().strip();
        if (!ISO.matcher(text).matches()) {
            throw ExpressionError.argument(ExpressionError.quoted(text) + " is not a date of ISO 8601");
        }
        return read(text);
    }

    public static LocalDateTime of(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static LocalDateTime read(String text) {
        return checked(() -> new DateText(text).read(), ExpressionError.quoted(text) + " is not a date");
    }

    /** What is reckoned, unless there is no such date. */
    static LocalDateTime checked(Supplier<LocalDateTime> reckoned, String mistake) {
        try {
            LocalDateTime moment = reckoned.get();
            if (moment.getYear() >= 1 && moment.getYear() <= 9999) {
                return moment;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw ExpressionError.argument(mistake);
        }
        throw ExpressionError.argument(mistake);
    }
}
