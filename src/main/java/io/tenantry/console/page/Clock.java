package io.tenantry.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Virtual time, as every page shows it. */
public record Clock(Instant now, boolean frozen) {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu, HH:mm:ss", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static Clock of(JsonNode json) {
        return new Clock(
                Instant.parse(json.path("now").asText()), json.path("frozen").asBoolean());
    }

    public String text() {
        return SHOWN.format(now) + " UTC";
    }
}
