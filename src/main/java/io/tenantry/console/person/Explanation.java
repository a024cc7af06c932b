package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.Timestamps;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a user is or is not in the target.
 *
 * @param tone how the verdict is coloured; its words say the same
 * @param lastEntry address of the newest log entry, empty for none
 * @param nextAttempt empty where none is due
 */
public record Explanation(String verdict, String tone, List<Gate> gates, String lastEntry, String nextAttempt) {
    static Explanation read(Reading reading, Tie tie) {
        JsonNode told = reading.control(new QueryText(tie.control() + "/explain")
                .with("user", tie.user())
                .text());
        List<Gate> gates = new ArrayList<>();
        told.path("gates").forEach(each -> gates.add(Gate.of(each, tie)));
        String verdict = told.path("verdict").asText();
        String entry = text(told, "lastEntry");
        return new Explanation(
                words(verdict, tie),
                tone(verdict),
                gates,
                entry.isEmpty()
                        ? ""
                        : Section.LOGS.href() + "/provisioning/" + UrlText.encoded(tie.source()) + "/"
                                + UrlText.encoded(entry),
                Timestamps.shown(text(told, "nextAttempt")));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).isNull() ? "" : node.path(member).asText("");
    }

    private static String words(String verdict, Tie tie) {
        String there = "in " + tie.targetName();
        return switch (verdict) {
            case "create" -> "The next cycle creates this person " + there + ".";
            case "update" -> "The next cycle updates this person " + there + ".";
            case "upToDate" -> "This person is " + there + ", and nothing is to be changed.";
            case "delete" -> "The next cycle deletes this person " + there + ".";
            case "disable" -> "The next cycle disables this person " + there + ".";
            case "restore" -> "The next cycle restores this person " + there + ".";
            case "skip" -> "The next cycle passes this person over.";
            case "fail" -> "This person fails.";
            case "blocked" -> "No cycle comes to anybody: a gate of the job is closed.";
            case "unknown" -> tie.sourceName() + " has no such person.";
            default -> verdict;
        };
    }

    private static String tone(String verdict) {
        return switch (verdict) {
            case "upToDate", "create", "update", "restore" -> "good";
            case "fail", "blocked", "unknown" -> "bad";
            default -> "warn";
        };
    }
}
