package io.tenantry.provisioning.expression.date;

import java.time.LocalDateTime;

/** A moment of UTC that was read by a format, and what was known of its offset. */
public record FormattedDate(LocalDateTime moment, Kind kind) {
    /** DateTimeKind of .NET; what is local is local to a server in UTC. */
    public enum Kind {
        UNSPECIFIED(""),
        UTC("Z"),
        LOCAL("+00:00");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }

        /** What the specifier K writes. */
        String suffix() {
            return suffix;
        }
    }
}
