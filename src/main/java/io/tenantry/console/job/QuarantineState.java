package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.Timestamps;
import io.tenantry.console.api.UrlText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a job is in quarantine, and what leads out.
 *
 * @param until when it is given up
 * @param advice what to do, step by step
 * @param held deletions that are held back, empty where that is not why
 */
public record QuarantineState(
        String reason,
        String code,
        String message,
        String since,
        String until,
        String nextAttempt,
        long evaluations,
        List<String> advice,
        boolean deletions,
        List<EntryRow> held) {
    /** A job in quarantine for longer is turned off (provisioning-engine.md §1.7). */
    private static final Duration GIVEN_UP = Duration.ofDays(28);

    private static final int HELD = 20;

    /** @param cycle that ran last, empty for none */
    static Optional<QuarantineState> of(Reading reading, JobHead head, JsonNode status, String cycle) {
        JsonNode quarantine = status.path("quarantine");
        if (!quarantine.isObject()) {
            return Optional.empty();
        }
        String reason = quarantine.path("reason").asText();
        boolean deletions = reason.equals("TooManyDeletes");
        Instant began = Instant.parse(quarantine.path("seriesBegan").asText());
        return Optional.of(new QuarantineState(
                reason,
                quarantine.path("error").path("code").asText(""),
                quarantine.path("error").path("message").asText(""),
                Timestamps.shown(began.toString()),
                Timestamps.shown(began.plus(GIVEN_UP).toString()),
                Timestamps.shown(quarantine.path("nextAttempt").asText()),
                quarantine.path("seriesCount").asLong(),
                advice(reason),
                deletions,
                deletions && !cycle.isEmpty() ? held(reading, head, cycle) : List.of()));
    }

    private static List<EntryRow> held(Reading reading, JobHead head, String cycle) {
        String filter = "cycleId eq '" + cycle + "' and provisioningAction eq 'stagedDelete'";
        String url = "/v1.0/auditLogs/provisioning?$top=" + HELD + "&$filter=" + UrlText.encoded(filter);
        return EntryRow.list(head, reading.graph(head.tenant(), url));
    }

    private static List<String> advice(String reason) {
        return switch (reason) {
            case "TooManyDeletes" ->
                List.of(
                        "Look at the deletions below: are they meant?",
                        "If they are, allow them: the next cycle makes them.",
                        "If not, bring these objects back into scope or restore them, and only then lift the quarantine.");
            case "EncounteredQuarantineException" ->
                List.of(
                        "Mend what the message says: the policies of both tenants under Connection, and the target of the job.",
                        "Test the connection.",
                        "Lift the quarantine and run a cycle, or wait for the next attempt.");
            default ->
                List.of(
                        "Look at the objects that fail below: most share one or two codes.",
                        "Mend them in source, target or mapping.",
                        "Lift the quarantine and forget the failures: everybody is looked at anew.");
        };
    }
}
