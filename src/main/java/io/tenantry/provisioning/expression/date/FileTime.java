package io.tenantry.provisioning.expression.date;

import io.tenantry.provisioning.expression.value.ExpressionError;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The dates of Active Directory: ticks of 100 nanoseconds since 1601. */
public final class FileTime {
    private static final long TICKS = 10_000_000;
    private static final long BEGIN = LocalDateTime.of(1601, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    private FileTime() {}

    public static LocalDateTime moment(long ticks) {
        String mistake = ticks + " is not a date of Active Directory";
        if (ticks < 0) {
            throw ExpressionError.argument(mistake);
        }
        return Moments.checked(
                () -> LocalDateTime.ofEpochSecond(BEGIN + ticks / TICKS, (int) (ticks % TICKS) * 100, ZoneOffset.UTC),
                mistake);
    }

    public static long ticks(LocalDateTime moment) {
        long seconds = moment.toEpochSecond(ZoneOffset.UTC) - BEGIN;
        if (seconds < 0) {
            throw ExpressionError.argument("the dates of Active Directory begin in 1601");
        }
        return seconds * TICKS + moment.getNano() / 100;
    }
}
