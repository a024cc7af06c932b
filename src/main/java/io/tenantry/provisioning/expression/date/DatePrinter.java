package io.tenantry.provisioning.expression.date;

import io.tenantry.provisioning.expression.date.DateFormat.Part;
import java.time.LocalDateTime;
import java.util.List;

/** Writes a date in a format, part by part. */
final class DatePrinter {
    private final List<Part> parts;
    private final StringBuilder text = new StringBuilder();

    DatePrinter(List<Part> parts) {
        this.parts = parts;
    }

    String print(FormattedDate date) {
        parts.forEach(part -> print(part, date));
        return text.toString();
    }

    private void print(Part part, FormattedDate date) {
        LocalDateTime moment = date.moment();
        int length = part.length();
        switch (part.letter()) {
            case 'y' -> padded(length <= 2 ? moment.getYear() % 100 : moment.getYear(), length);
            case 'M' -> named(moment.getMonthValue(), DateNames.MONTHS, moment.getMonthValue(), length);
            case 'd' ->
                named(
                        moment.getDayOfMonth(),
                        DateNames.DAYS,
                        moment.getDayOfWeek().getValue(),
                        length);
            case 'h' -> padded(moment.getHour() % 12 == 0 ? 12 : moment.getHour() % 12, Math.min(length, 2));
            case 'H' -> padded(moment.getHour(), Math.min(length, 2));
            case 'm' -> padded(moment.getMinute(), Math.min(length, 2));
            case 's' -> padded(moment.getSecond(), Math.min(length, 2));
            case 't' -> text.append(moment.getHour() < 12 ? "AM" : "PM", 0, Math.min(length, 2));
            case 'f' -> text.append(fraction(moment, length));
            case 'F' -> optionalFraction(fraction(moment, length));
            case 'g' -> text.append("A.D.");
            case 'z' -> text.append(length == 1 ? "+0" : length == 2 ? "+00" : "+00:00");
            case 'K' -> text.append(date.kind().suffix());
            case 'Z' -> text.append('Z');
            default -> text.append(part.literal());
        }
    }

    private void named(int number, List<String> names, int name, int length) {
        if (length <= 2) {
            padded(number, length);
        } else {
            String full = names.get(name - 1);
            text.append(length == 3 ? DateNames.abbreviated(full) : full);
        }
    }

    private void padded(int number, int length) {
        String digits = Integer.toString(number);
        text.append("0".repeat(Math.max(0, length - digits.length()))).append(digits);
    }

    private static String fraction(LocalDateTime moment, int digits) {
        return Integer.toString(1_000_000_000 + moment.getNano()).substring(1, 1 + digits);
    }

    /** Without the zeros at its end, and without the point before it where nothing is left. */
    private void optionalFraction(String digits) {
        String kept = digits.replaceAll("0+$", "");
        if (kept.isEmpty() && !text.isEmpty() && text.charAt(text.length() - 1) == '.') {
            text.setLength(text.length() - 1);
        }
        text.append(kept);
    }
}
