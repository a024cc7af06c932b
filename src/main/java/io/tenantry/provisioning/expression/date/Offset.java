package io.tenantry.provisioning.expression.date;

import java.time.DateTimeException;
import java.time.LocalDateTime;

/** How far a local time is ahead of UTC. */
record Offset(int minutes) {
    static final Offset NONE = new Offset(0);

    private static final int MOST_HOURS = 14;

    /** @param end behind the last character read */
    record Read(Offset offset, int end) {}

    /**
     * Reads {@code +02:00}, {@code +0200}, {@code +02} or {@code +2}.
     *
     * @param leastDigits of the hours
     */
    static Read read(String text, int start, int leastDigits) {
        if (start >= text.length() || text.charAt(start) != '+' && text.charAt(start) != '-') {
            throw new DateTimeException("no offset");
        }
        int hoursEnd = digits(text, start + 1, 2);
        int minutesStart = hoursEnd < text.length() && text.charAt(hoursEnd) == ':' ? hoursEnd + 1 : hoursEnd;
        int minutesEnd = digits(text, minutesStart, 2);
        if (hoursEnd - start - 1 < leastDigits || minutesStart > hoursEnd && minutesEnd == minutesStart) {
            throw new DateTimeException("no offset");
        }
        int hours = Integer.parseInt(text.substring(start + 1, hoursEnd));
        int minutes = minutesEnd == minutesStart ? 0 : Integer.parseInt(text.substring(minutesStart, minutesEnd));
        if (minutes > 59 || hours * 60 + minutes > MOST_HOURS * 60) {
            throw new DateTimeException("no offset");
        }
        int ahead = hours * 60 + minutes;
        return new Read(new Offset(text.charAt(start) == '-' ? -ahead : ahead), minutesEnd);
    }

    private static int digits(String text, int start, int most) {
        int end = start;
        while (end < text.length() && end - start < most && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    LocalDateTime toUtc(LocalDateTime local) {
        return local.minusMinutes(minutes);
    }
}
