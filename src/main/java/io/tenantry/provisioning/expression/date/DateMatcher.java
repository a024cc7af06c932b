package io.tenantry.provisioning.expression.date;

import io.tenantry.provisioning.expression.date.DateFormat.Part;
import io.tenantry.provisioning.expression.date.DateTimeStyles.Style;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads a date by a format, as strictly as {@code DateTime.ParseExact}: one letter takes one or two digits, more take just as many.
 * Throws {@link DateTimeException} where the text is another.
 */
final class DateMatcher {
    private static final int UNKNOWN = -1;

    private final List<Part> parts;
    private final String text;
    private final DateTimeStyles styles;
    private int position;
    private int year = UNKNOWN;
    private int month = UNKNOWN;
    private int day = UNKNOWN;
    private int weekday = UNKNOWN;
    private int hour = UNKNOWN;
    private int minute = UNKNOWN;
    private int second = UNKNOWN;
    private int nanos;
    private int meridiem = UNKNOWN;
    private boolean twelveHours;
    private Offset offset;
    private boolean utc;

    DateMatcher(List<Part> parts, String text, DateTimeStyles styles) {
        this.parts = parts;
        this.text = styles.has(Style.ALLOW_TRAILING_WHITE) ? text.stripTrailing() : text;
        this.styles = styles;
    }

    FormattedDate match(Supplier<LocalDate> today) {
        if (styles.has(Style.ALLOW_LEADING_WHITE)) {
            skipWhite();
        }
        for (int i = 0; i < parts.size(); i++) {
            if (styles.has(Style.ALLOW_INNER_WHITE)) {
                skipWhite();
            }
            boolean absentFraction = parts.get(i).is('.')
                    && i + 1 < parts.size()
                    && parts.get(i + 1).letter() == 'F'
                    && peek() != '.';
            if (absentFraction) {
                i++;
            } else {
                match(parts.get(i));
            }
        }
        require(position == text.length());
        LocalDateTime local = date(today).atTime(time());
        return new FormattedDate(
                checked(offset == null ? local : offset.toUtc(local)), styles.kind(offset != null, utc));
    }

    private static LocalDateTime checked(LocalDateTime moment) {
        require(moment.getYear() >= 1 && moment.getYear() <= 9999);
        return moment;
    }

    private void match(Part part) {
        int length = part.length();
        switch (part.letter()) {
            case 'y' -> year = once(year, length <= 2 ? DateNames.fullYear(digits(length)) : digits(length));
            case 'M' -> month = once(month, length <= 2 ? digits(length) : name(DateNames.MONTHS, length));
            case 'd' -> day(length);
            case 'h' -> {
                twelveHours = true;
                hour = once(hour, digits(Math.min(length, 2)));
            }
            case 'H' -> hour = once(hour, digits(Math.min(length, 2)));
            case 'm' -> minute = once(minute, digits(Math.min(length, 2)));
            case 's' -> second = once(second, digits(Math.min(length, 2)));
            case 't' -> meridiem = once(meridiem, mark(length));
            case 'f' -> fraction(length, length);
            case 'F' -> fraction(0, length);
            case 'g' -> word("A.D.");
            case 'z' -> zone(length);
            case 'K' -> kind();
            case 'Z' -> utcMark();
            default -> literal(part.literal());
        }
    }

    private void day(int length) {
        if (length <= 2) {
            day = once(day, digits(length));
        } else {
            weekday = once(weekday, name(DateNames.DAYS, length));
        }
    }

    /** What is said twice must be the same. */
    private static int once(int before, int read) {
        require(before == UNKNOWN || before == read);
        return read;
    }

    private int digits(int length) {
        int most = length == 1 ? 2 : length;
        int end = position;
        while (end < text.length() && end - position < most && isDigit(text.charAt(end))) {
            end++;
        }
        require(end - position >= length && end - position <= 9);
        int value = Integer.parseInt(text.substring(position, end));
        position = end;
        return value;
    }

    private void fraction(int least, int most) {
        int end = position;
        while (end < text.length() && end - position < most && isDigit(text.charAt(end))) {
            end++;
        }
        require(end - position >= least);
        String digits = text.substring(position, end);
        nanos = Integer.parseInt(digits + "0".repeat(9 - digits.length()));
        position = end;
    }

    private int name(List<String> names, int length) {
        for (int i = 0; i < names.size(); i++) {
            String name = length == 3 ? DateNames.abbreviated(names.get(i)) : names.get(i);
            if (text.regionMatches(true, position, name, 0, name.length())) {
                position += name.length();
                return i + 1;
            }
        }
        throw new DateTimeException("no name");
    }

    /** 0 for AM, 12 for PM. */
    private int mark(int length) {
        int taken = Math.min(length, 2);
        boolean am = text.regionMatches(true, position, "AM", 0, taken);
        require(am || text.regionMatches(true, position, "PM", 0, taken));
        position += taken;
        return am ? 0 : 12;
    }

    private void word(String word) {
        require(text.startsWith(word, position));
        position += word.length();
    }

    private void zone(int length) {
        Offset.Read read = Offset.read(text, position, Math.min(length, 2));
        offset = read.offset();
        position = read.end();
    }

    private void kind() {
        if (peek() == 'Z') {
            utcMark();
        } else if (peek() == '+' || peek() == '-') {
            zone(3);
        }
    }

    private void utcMark() {
        word(text.startsWith("GMT", position) ? "GMT" : "Z");
        offset = Offset.NONE;
        utc = true;
    }

    private void literal(char c) {
        boolean skipped = c == ' ' && styles.has(Style.ALLOW_INNER_WHITE);
        if (!skipped) {
            require(peek() == c);
            position++;
        }
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    private void skipWhite() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private LocalDate date(Supplier<LocalDate> today) {
        LocalDate date;
        if (year == UNKNOWN && month == UNKNOWN && day == UNKNOWN) {
            date = styles.has(Style.NO_CURRENT_DATE_DEFAULT) ? LocalDate.of(1, 1, 1) : today.get();
        } else {
            date = LocalDate.of(year == UNKNOWN ? today.get().getYear() : year, Math.max(month, 1), Math.max(day, 1));
            require(month != 0 && day != 0);
        }
        require(weekday == UNKNOWN || weekday == date.getDayOfWeek().getValue());
        return date;
    }

    private LocalTime time() {
        int read = Math.max(hour, 0);
        if (twelveHours) {
            require(read <= 12);
            read = read % 12 + Math.max(meridiem, 0);
        } else {
            require(meridiem == UNKNOWN || meridiem / 12 == read / 12);
        }
        return LocalTime.of(read, Math.max(minute, 0), Math.max(second, 0), nanos);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new DateTimeException("another text");
        }
    }
}
