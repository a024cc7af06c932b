package io.tenantry.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Virtual time, as every page shows it.
 *
 * @param nextRun when the next cycle falls due; empty where no job is started
 */
public record Clock(Instant now, boolean frozen, Optional<Instant> nextRun) {
    /** As {@code toUTCString} of a browser has it, which goes on from there. */
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter TODAY =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Clock of(JsonNode json) {
        return new Clock(
                Instant.parse(json.path("now").asText()),
                json.path("frozen").asBoolean(),
                Optional.ofNullable(json.path("nextRun").textValue()).map(Instant::parse));
    }

    public String text() {
        return SHOWN.format(now);
    }

    /** When the next cycle falls due, by the time alone where that is soon; empty where none does. */
    public String next() {
        return nextRun.map(at -> (at.isBefore(now.plus(Duration.ofHours(12))) ? TODAY : SHOWN).format(at))
                .orElse("");
    }
}
