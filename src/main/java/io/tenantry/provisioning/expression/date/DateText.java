package io.tenantry.provisioning.expression.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A date of any shape that {@code DateTime.Parse} takes and that names its year: {@code 2024-03-01}, {@code 2024-03-01+02:00},
 * {@code 3/1/2024 5:41:18 PM}, {@code 5:41 3/1/2024}, {@code 1 March 2024}, {@code Fri, 01 Mar 2024 05:41:18 GMT}. Without offset it is
 * one of UTC. Throws
 * {@link DateTimeException} where a text is none.
 */
final class DateText {
    private static final int MOST_DIGITS = 9;
    private static final int TICK_DIGITS = 7;

    private final String text;
    private int position;
    private final List<Part> parts = new ArrayList<>();
    private int month;
    private int weekday;
    private LocalTime time;
    /** Whether the time came behind the date, or within it. */
    private boolean timeBehind;

    private Offset offset;

    DateText(String text) {
        this.text = text;
    }

    /** A number of the date. */
    private record Part(int value, int digits) {
        boolean isYear() {
            return digits > 2;
        }

        int year() {
            return isYear() ? value : DateNames.fullYear(value);
        }
    }

    LocalDateTime read() {
        while (position < text.length()) {
            char next = text.charAt(position);
            if (isDigit(next)) {
                number();
            } else if (isLetter(next)) {
                word();
            } else if ((next == '+' || next == '-') && !inDate() && (time != null || complete())) {
                zone();
            } else if (Character.isWhitespace(next) || next == ',' || isSeparator(next)) {
                position++;
            } else {
                throw mistake();
            }
        }
        LocalDate date = date();
        if (weekday != 0 && date.getDayOfWeek().getValue() != weekday) {
            throw mistake();
        }
        LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
        return offset == null ? local : offset.toUtc(local);
    }

    /** Whether all numbers of the date have been read: what follows a dash is an offset then. */
    private boolean complete() {
        return parts.size() + (month == 0 ? 0 : 1) == 3;
    }

    /** Whether the numbers of the date have begun and go on. */
    private boolean inDate() {
        return !parts.isEmpty() && !complete() && !timeBehind;
    }

    private boolean isSeparator(char next) {
        return (next == '/' || next == '-' || next == '.') && inDate();
    }

    private void number() {
        int start = position;
        int value = digits();
        if (position < text.length() && text.charAt(position) == ':') {
            time(value);
        } else if (meridiem() >= 0) {
            setTime(LocalTime.of(hour(value), 0));
        } else if (complete()) {
            throw mistake();
        } else {
            parts.add(new Part(value, position - start));
        }
    }

    private int digits() {
        int start = position;
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
        if (start == position || position - start > MOST_DIGITS) {
            throw mistake();
        }
        return Integer.parseInt(text.substring(start, position));
    }

    private void time(int hours) {
        position++;
        int minutes = digits();
        int seconds = 0;
        int nanos = 0;
        if (accept(':')) {
            seconds = digits();
            nanos = accept('.') ? fraction() : 0;
        }
        setTime(LocalTime.of(hour(hours), minutes, seconds, nanos));
    }

    private void setTime(LocalTime read) {
        if (time != null) {
            throw mistake();
        }
        time = read;
        timeBehind = !parts.isEmpty();
    }

    /** Ticks of 100 nanoseconds; further digits are cut off. */
    private int fraction() {
        int start = position;
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
        String digits = text.substring(start, Math.min(position, start + TICK_DIGITS));
        return digits.isEmpty() ? 0 : Integer.parseInt(digits + "0".repeat(9 - digits.length()));
    }

    /** The hour with the mark that may follow the time. */
    private int hour(int read) {
        int mark = meridiem();
        if (mark < 0) {
            return read;
        }
        position = markEnd();
        if (read < 1 || read > 12) {
            throw mistake();
        }
        return read % 12 + mark;
    }

    /** 0 before AM, 12 before PM, -1 before anything else. */
    private int meridiem() {
        String word = text.substring(skipBlanks(position), markEnd());
        return switch (word) {
            case "AM", "am", "Am", "A", "a" -> 0;
            case "PM", "pm", "Pm", "P", "p" -> 12;
            default -> -1;
        };
    }

    private int markEnd() {
        int end = skipBlanks(position);
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int skipBlanks(int from) {
        int start = from;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    private void word() {
        int end = markEnd();
        String word = text.substring(position, end);
        position = end;
        int named = DateNames.numbered(DateNames.MONTHS, word);
        int day = DateNames.numbered(DateNames.DAYS, word);
        if (named > 0 && month == 0) {
            month = named;
        } else if (day > 0 && weekday == 0) {
            weekday = day;
        } else if (isZone(word) && offset == null && !parts.isEmpty()) {
            offset = Offset.NONE;
        } else if (!word.equals("T") || !complete() || time != null || !digitFollows()) {
            throw mistake();
        }
    }

    private boolean digitFollows() {
        return position < text.length() && isDigit(text.charAt(position));
    }

    private static boolean isZone(String word) {
        return word.equalsIgnoreCase("Z") || word.equalsIgnoreCase("GMT") || word.equalsIgnoreCase("UTC");
    }

    private void zone() {
        if (offset != null) {
            throw mistake();
        }
        Offset.Read read = Offset.read(text, position, 1);
        offset = read.offset();
        position = read.end();
    }

    private LocalDate date() {
        if (month > 0) {
            return named();
        }
        return switch (parts.size()) {
            case 3 ->
                parts.get(0).isYear()
                        ? LocalDate.of(parts.get(0).value, parts.get(1).value, parts.get(2).value)
                        : LocalDate.of(parts.get(2).year(), parts.get(0).value, parts.get(1).value);
            case 2 -> ofMonth(parts.get(0), parts.get(1));
            default -> throw mistake();
        };
    }

    private static LocalDate ofMonth(Part first, Part second) {
        if (first.isYear() == second.isYear()) {
            throw mistake();
        }
        return first.isYear() ? LocalDate.of(first.value, second.value, 1) : LocalDate.of(second.value, first.value, 1);
    }

    /** With the month's name, the day comes first where the year does not show itself. */
    private LocalDate named() {
        if (parts.size() == 1 && parts.get(0).isYear()) {
            return LocalDate.of(parts.get(0).value, month, 1);
        }
        if (parts.size() != 2) {
            throw mistake();
        }
        Part first = parts.get(0);
        Part second = parts.get(1);
        return first.isYear()
                ? LocalDate.of(first.value, month, second.value)
                : LocalDate.of(second.year(), month, first.value);
    }

    private boolean accept(char wanted) {
        boolean there = position < text.length() && text.charAt(position) == wanted;
        position += there ? 1 : 0;
        return there;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static DateTimeException mistake() {
        return new DateTimeException("no date");
    }
}
