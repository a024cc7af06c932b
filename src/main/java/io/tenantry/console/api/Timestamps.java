package io.tenantry.console.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them, in UTC. */
public final class Timestamps {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** How a timestamp reads that never was (synchronization-api.md §1). */
    private static final String NEVER = "0001-01-01";

    private Timestamps() {}

    /** Empty for one that never was. */
    public static String shown(String timestamp) {
        if (timestamp == null || timestamp.isEmpty() || timestamp.startsWith(NEVER)) {
            return "";
        }
        try {
            return SHOWN.format(Instant.parse(timestamp));
        } catch (DateTimeException unreadable) {
            return timestamp;
        }
    }
}
