package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Timestamps;
import io.tenantry.console.api.UrlText;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects that failed and are tried again.
 *
 * @param count all of them
 * @param next address of the page behind, empty for none
 */
public record Escrowed(long count, List<Row> rows, String next) {
    /**
     * One of them.
     *
     * @param href its page, or that of its last log entry where it has none
     */
    public record Row(
            String name,
            String href,
            String code,
            String reason,
            String advice,
            long attempts,
            String firstFailed,
            String nextAttempt,
            String entryHref) {}

    static Escrowed of(JobHead head, JsonNode page) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode each : page.path("escrows")) {
            rows.add(row(head, each));
        }
        String next = page.path("next").asText("");
        return new Escrowed(
                page.path("count").asLong(),
                rows,
                page.path("next").isTextual() ? head.href() + "/escrows?after=" + UrlText.encoded(next) : "");
    }

    private static Row row(JobHead head, JsonNode escrow) {
        String id = escrow.path("id").asText();
        String entry = escrow.path("lastEntry").asText("");
        return new Row(
                escrow.path("userPrincipalName")
                        .asText(escrow.path("displayName").asText(id)),
                escrow.path("type").asText("").equals("user") ? head.userHref(id) : "",
                escrow.path("code").asText(),
                escrow.path("reason").asText(""),
                escrow.path("recommendedAction").asText(""),
                escrow.path("attempts").asLong(),
                Timestamps.shown(escrow.path("firstFailed").asText()),
                Timestamps.shown(escrow.path("nextAttempt").asText()),
                entry.isEmpty() ? "" : head.entryHref(entry));
    }
}
