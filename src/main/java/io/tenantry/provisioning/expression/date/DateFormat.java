package io.tenantry.provisioning.expression.date;

import io.tenantry.provisioning.expression.value.ExpressionError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A format of .NET for dates, custom ({@code dd.MM.yyyy}) or standard (one letter), read once and used for any number of dates. Names and
 * standard formats are those of the culture that the documented outputs show (en-US).
 */
public final class DateFormat {
    private static final String LETTERS = "dfFghHmMstyzKZ";
    private static final int MOST_FRACTION_DIGITS = 7;

    private static final Map<Character, String> STANDARD = Map.ofEntries(
            Map.entry('d', "M/d/yyyy"),
            Map.entry('D', "dddd, MMMM d, yyyy"),
            Map.entry('f', "dddd, MMMM d, yyyy h:mm tt"),
            Map.entry('F', "dddd, MMMM d, yyyy h:mm:ss tt"),
            Map.entry('g', "M/d/yyyy h:mm tt"),
            Map.entry('G', "M/d/yyyy h:mm:ss tt"),
            Map.entry('m', "MMMM d"),
            Map.entry('M', "MMMM d"),
            Map.entry('o', "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK"),
            Map.entry('O', "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK"),
            Map.entry('r', "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"),
            Map.entry('R', "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"),
            Map.entry('s', "yyyy'-'MM'-'dd'T'HH':'mm':'ss"),
            Map.entry('t', "h:mm tt"),
            Map.entry('T', "h:mm:ss tt"),
            Map.entry('u', "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"),
            Map.entry('U', "dddd, MMMM d, yyyy h:mm:ss tt"),
            Map.entry('y', "MMMM yyyy"),
            Map.entry('Y', "MMMM yyyy"));

    private final String format;
    private final List<Part> parts = new ArrayList<>();
    private int position;

    private DateFormat(String format) {
        this.format = format;
    }

    /** A specifier with the number of its letters, or a literal character whose letter is {@link #LITERAL}. */
    record Part(char letter, int length, char literal) {
        static final char LITERAL = 0;

        boolean is(char wanted) {
            return letter == LITERAL && literal == wanted;
        }
    }

    public static DateFormat of(String format) {
        if (format.length() == 1 && !STANDARD.containsKey(format.charAt(0)) || format.isEmpty()) {
            throw ExpressionError.argument(ExpressionError.quoted(format) + " is not a format of dates");
        }
        DateFormat read = new DateFormat(format.length() == 1 ? STANDARD.get(format.charAt(0)) : format);
        while (read.position < read.format.length()) {
            read.next();
        }
        return read;
    }

    public String print(FormattedDate date) {
        return new DatePrinter(parts).print(date);
    }

    /**
     * Reads a date that has this format.
     *
     * @param today what a date without any day, month and year is one of
     */
    public FormattedDate parse(String text, DateTimeStyles styles, Supplier<LocalDate> today) {
        try {
            return new DateMatcher(parts, text, styles).match(today);
        } catch (DateTimeException e) {
            throw ExpressionError.argument(
                    ExpressionError.quoted(text) + " is not a date of the format " + ExpressionError.quoted(format));
        }
    }

    private void next() {
        char c = format.charAt(position);
        if (LETTERS.indexOf(c) >= 0) {
            specifier(c);
        } else if (c == '\'' || c == '"') {
            quoted(c);
        } else if (c == '\\') {
            position++;
            literal(escaped());
        } else if (c == '%') {
            position++;
            if (position == format.length() || format.charAt(position) == '%') {
                throw mistake();
            }
        } else {
            position++;
            literal(c);
        }
    }

    private void specifier(char letter) {
        int start = position;
        do {
            position++;
        } while (letter != 'K' && letter != 'Z' && position < format.length() && format.charAt(position) == letter);
        if ((letter == 'f' || letter == 'F') && position - start > MOST_FRACTION_DIGITS) {
            throw mistake();
        }
        parts.add(new Part(letter, position - start, Part.LITERAL));
    }

    private void quoted(char quote) {
        position++;
        while (position < format.length() && format.charAt(position) != quote) {
            boolean escape = format.charAt(position) == '\\';
            position += escape ? 1 : 0;
            literal(escaped());
        }
        if (position == format.length()) {
            throw mistake();
        }
        position++;
    }

    private char escaped() {
        if (position == format.length()) {
            throw mistake();
        }
        return format.charAt(position++);
    }

    private void literal(char c) {
        parts.add(new Part(Part.LITERAL, 1, c));
    }

    private ExpressionError mistake() {
        return ExpressionError.argument(ExpressionError.quoted(format) + " is not a format of dates");
    }
}
