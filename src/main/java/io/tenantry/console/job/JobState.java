package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.Timestamps;
import io.tenantry.console.api.UrlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a job is at this moment.
 *
 * @param next when its next cycle is due, empty where none is
 * @param done pages of the cycle under way that are done, of {@code pages}; both 0 where none runs
 * @param links objects that belong together
 * @param counted objects of each type, as Graph counts them
 * @param gates what the policies of both tenants and the job itself say to a cycle
 */
public record JobState(
        JobHead head,
        Badge badge,
        String next,
        long done,
        long pages,
        long links,
        List<Count> counted,
        Optional<LastRun> last,
        List<Gate> gates,
        Optional<QuarantineState> quarantine,
        Escrowed escrowed) {
    /** Objects that failed and are shown at once. */
    private static final int SHOWN = 20;

    public record Count(String type, long number) {}

    public record Gate(String name, boolean met, String value) {}

    /** @param errors objects that fail since then or before */
    public record LastRun(String cycle, Badge badge, String ended, String error, long exported, long errors) {}

    static JobState read(Reading reading, JobHead head) {
        List<JsonNode> read = reading.all(List.of(
                JobHead.call(head.tenant(), head.id()),
                ApiCall.graph(head.tenant(), head.graph()),
                ApiCall.control(head.control() + "/gates"),
                ApiCall.control(head.control() + "/escrows?top=" + SHOWN)));
        JsonNode job = read.get(0);
        JsonNode status = read.get(1).path("status");
        JsonNode progress = job.path("progress").path(0);
        Optional<LastRun> last = last(status.path("lastExecution"));
        return new JobState(
                head,
                badge(job),
                Timestamps.shown(job.path("nextRun").asText("")),
                progress.path("completedUnits").asLong(),
                progress.path("totalUnits").asLong(),
                job.path("links").asLong(),
                counted(status),
                last,
                gates(read.get(2)),
                QuarantineState.of(
                        reading, head, status, last.map(LastRun::cycle).orElse("")),
                Escrowed.of(head, read.get(3)));
    }

    private static Badge badge(JsonNode job) {
        if (job.path("running").asBoolean()) {
            return new Badge("good", "Running now");
        }
        if (job.path("quarantine").isObject()) {
            return new Badge("bad", job.path("schedule").asText().equals("Disabled") ? "Given up" : "In quarantine");
        }
        return switch (job.path("schedule").asText()) {
            case "Active" -> new Badge("good", "Started");
            case "Paused" -> new Badge("warn", "Paused");
            default -> new Badge("warn", "Not started");
        };
    }

    private static List<Count> counted(JsonNode status) {
        List<Count> counts = new ArrayList<>();
        for (JsonNode pair : status.path("synchronizedEntryCountByType")) {
            counts.add(new Count(pair.path("key").asText(), pair.path("value").asLong()));
        }
        return counts;
    }

    private static Optional<LastRun> last(JsonNode execution) {
        String ended = Timestamps.shown(execution.path("timeEnded").asText(""));
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LastRun(
                execution.path("activityIdentifier").asText(),
                RunRow.badge(execution.path("state").asText()),
                ended,
                execution.path("error").path("message").asText(""),
                execution.path("countExported").asLong(),
                execution.path("countEscrowed").asLong()));
    }

    private static List<Gate> gates(JsonNode told) {
        List<Gate> gates = new ArrayList<>();
        for (JsonNode gate : told) {
            gates.add(new Gate(
                    gateName(gate.path("gate").asText()),
                    gate.path("met").asBoolean(),
                    gate.path("value").asText("")));
        }
        return gates;
    }

    private static String gateName(String gate) {
        return switch (gate) {
            case "sourceRedemption" -> "Source redeems invitations of its users";
            case "targetSynchronization" -> "Target lets users be synchronized into it";
            case "targetRedemption" -> "Target lets invitations be redeemed";
            case "job" -> "Job may run";
            default -> gate;
        };
    }

    public boolean isRunning() {
        return pages > 0;
    }

    /** Where it is read anew. */
    public String href() {
        return head.href() + "/state";
    }

    /** The entries of a run. */
    public String runHref(String cycle) {
        return head.href(JobTab.RUNS) + "/" + UrlText.encoded(cycle);
    }
}
