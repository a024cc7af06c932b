package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Timestamps;
import io.tenantry.console.api.UrlText;
import java.util.ArrayList;
import java.util.List;

/**
 * A cycle of a job.
 *
 * @param ended empty while it runs, and for one that was given up
 * @param error empty for none
 */
public record RunRow(
        String id,
        String href,
        String began,
        String ended,
        String kind,
        Badge badge,
        String error,
        List<Count> counts) {
    /** @param href the entries that are counted */
    public record Count(Outcome outcome, long number, String href) {}

    static RunRow of(JobHead head, JsonNode run) {
        String id = run.path("id").asText();
        String href = head.href(JobTab.RUNS) + "/" + UrlText.encoded(id);
        List<Count> counts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            long number = run.path("counts").path(outcome.wireName()).asLong();
            counts.add(new Count(outcome, number, href + "?outcome=" + outcome.wireName()));
        }
        return new RunRow(
                id,
                href,
                Timestamps.shown(run.path("began").asText()),
                Timestamps.shown(run.path("ended").asText("")),
                run.path("kind").asText(),
                badge(run.path("state").asText()),
                run.path("error").path("message").asText(""),
                counts);
    }

    /** How a run ended: {@code synchronizationTaskExecutionResult}, or where it has not. */
    static Badge badge(String state) {
        return switch (state) {
            case "Succeeded" -> new Badge("good", "succeeded");
            case "EntryLevelErrors" -> new Badge("warn", "some objects fail");
            case "Failed" -> new Badge("bad", "failed");
            case "Running" -> new Badge("good", "running");
            default -> new Badge("warn", "given up");
        };
    }

    public long total() {
        return counts.stream().mapToLong(Count::number).sum();
    }
}
