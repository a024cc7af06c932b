package io.tenantry.provisioning.expression.value;

import java.time.LocalDateTime;

/** {@code M/d/yyyy h:mm:ss tt}, as date functions show what they return (functions-for-customizing-application-data, CDate). */
final class MomentText {
    private MomentText() {}

    static String of(LocalDateTime moment) {
        int hour = moment.getHour() % 12 == 0 ? 12 : moment.getHour() % 12;
        StringBuilder text = new StringBuilder(22)
                .append(moment.getMonthValue())
                .append('/')
                .append(moment.getDayOfMonth())
                .append('/');
        String year = Integer.toString(moment.getYear());
        text.append("0".repeat(4 - year.length())).append(year).append(' ').append(hour);
        twoDigits(text, moment.getMinute());
        twoDigits(text, moment.getSecond());
        return text.append(moment.getHour() < 12 ? " AM" : " PM").toString();
    }

    private static void twoDigits(StringBuilder text, int number) {
        text.append(number < 10 ? ":0" : ":").append(number);
    }
}
