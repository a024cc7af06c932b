package io.tenantry.provisioning.expression.date;

import java.util.List;

/** Names in dates, of the invariant culture. */
final class DateNames {
    static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    /** From Monday on, as {@link java.time.DayOfWeek} counts them. */
    static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    /** .NET reads years of two digits as those up to this one. */
    private static final int LAST_OF_TWO_DIGITS = 2049;

    private DateNames() {}

    static String abbreviated(String name) {
        return name.substring(0, 3);
    }

    /** Number of the name, from 1; 0 where there is none such. Case does not matter. */
    static int numbered(List<String> names, String word) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(word) || abbreviated(names.get(i)).equalsIgnoreCase(word)) {
                return i + 1;
            }
        }
        return 0;
    }

    static int fullYear(int twoDigits) {
        int year = LAST_OF_TWO_DIGITS / 100 * 100 + twoDigits;
        return year > LAST_OF_TWO_DIGITS ? year - 100 : year;
    }
}
