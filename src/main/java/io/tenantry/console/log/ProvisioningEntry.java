package io.tenantry.console.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Timestamps;
import io.tenantry.console.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An entry of the provisioning log, as the portal shows it: what it was about, its steps, what it changed. */
public record ProvisioningEntry(
        String action,
        String status,
        String tone,
        List<Map.Entry<String, String>> facts,
        List<Map.Entry<String, String>> error,
        List<Step> steps,
        List<Modified> modified,
        String personHref,
        String runHref) {
    /** One step, with what it found. */
    public record Step(
            String type, String description, String status, String tone, List<Map.Entry<String, String>> details) {}

    /** A property before and after. */
    public record Modified(String name, String before, String after) {}

    static ProvisioningEntry of(String tenant, JsonNode entry) {
        String status = entry.path("provisioningStatusInfo").path("status").asText();
        JsonNode source = entry.path("sourceIdentity");
        JsonNode target = entry.path("targetIdentity");
        Facts facts = new Facts()
                .with("When", Timestamps.shown(entry.path("activityDateTime").asText()))
                .with("Source", named(source))
                .with("Target", named(target))
                .with("Configuration", entry.path("servicePrincipal").path("displayName"))
                .with("Initiated by", entry.path("initiatedBy").path("displayName"))
                .with("Cycle", entry.path("cycleId"))
                .with("Change", entry.path("changeId"))
                .with("Entry", entry.path("id"));
        return new ProvisioningEntry(
                entry.path("provisioningAction").asText(),
                status,
                LogPage.tone(status),
                facts.all(),
                error(entry.path("provisioningStatusInfo").path("errorInformation")),
                steps(entry.path("provisioningSteps")),
                modified(entry.path("modifiedProperties")),
                source.path("identityType").asText().equals("User")
                        ? Section.ROOT + "/tenants/" + tenant + "/users/"
                                + source.path("id").asText()
                        : "",
                Section.ROOT + "/logs?tenant=" + tenant + "&cycle="
                        + entry.path("cycleId").asText());
    }

    private static String named(JsonNode identity) {
        String name = identity.path("displayName").asText("");
        String id = identity.path("id").asText("");
        return name.isEmpty() ? id : name + " (" + id + ")";
    }

    private static List<Map.Entry<String, String>> error(JsonNode error) {
        return new Facts()
                .with("Code", error.path("errorCode"))
                .with("Category", error.path("errorCategory"))
                .with("Reason", error.path("reason"))
                .with("Details", error.path("additionalDetails"))
                .with("What to do", error.path("recommendedAction"))
                .all();
    }

    private static List<Step> steps(JsonNode steps) {
        List<Step> shown = new ArrayList<>();
        for (JsonNode step : steps) {
            String status = step.path("status").asText();
            Facts details = new Facts();
            step.path("details").properties().forEach(each -> details.with(each.getKey(), each.getValue()));
            shown.add(new Step(
                    step.path("provisioningStepType").asText(),
                    step.path("description").asText(),
                    status,
                    LogPage.tone(status),
                    details.all()));
        }
        return shown;
    }

    private static List<Modified> modified(JsonNode properties) {
        List<Modified> shown = new ArrayList<>();
        for (JsonNode each : properties) {
            shown.add(new Modified(
                    each.path("displayName").asText(),
                    each.path("oldValue").asText(""),
                    each.path("newValue").asText("")));
        }
        return shown;
    }
}
