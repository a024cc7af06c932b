package io.tenantry.console.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An entry of the directory audit log: who did what to which objects. */
public record AuditEntry(
        String tenant,
        String activity,
        String result,
        String tone,
        List<Map.Entry<String, String>> facts,
        List<Changed> targets,
        List<Map.Entry<String, String>> details) {
    /** An object that was changed, property by property. */
    public record Changed(String title, List<ProvisioningEntry.Modified> modified) {}

    static AuditEntry of(String tenant, JsonNode entry) {
        String result = entry.path("result").asText();
        JsonNode by = entry.path("initiatedBy");
        Facts facts = new Facts()
                .with("When", Timestamps.shown(entry.path("activityDateTime").asText()))
                .with("Category", entry.path("category"))
                .with("Service", entry.path("loggedByService"))
                .with("By user", by.path("user").path("userPrincipalName"))
                .with("By application", by.path("app").path("displayName"))
                .with("Reason", entry.path("resultReason"))
                .with("Correlation", entry.path("correlationId"))
                .with("Entry", entry.path("id"));
        Facts details = new Facts();
        entry.path("additionalDetails")
                .forEach(each -> details.with(each.path("key").asText(), each.path("value")));
        return new AuditEntry(
                tenant,
                entry.path("activityDisplayName").asText(),
                result,
                LogPage.tone(result),
                facts.all(),
                targets(entry.path("targetResources")),
                details.all());
    }

    private static List<Changed> targets(JsonNode resources) {
        List<Changed> targets = new ArrayList<>();
        for (JsonNode resource : resources) {
            List<ProvisioningEntry.Modified> modified = new ArrayList<>();
            resource.path("modifiedProperties")
                    .forEach(each -> modified.add(new ProvisioningEntry.Modified(
                            each.path("displayName").asText(),
                            each.path("oldValue").asText(""),
                            each.path("newValue").asText(""))));
            String name = resource.path("displayName")
                    .asText(resource.path("userPrincipalName").asText(""));
            targets.add(new Changed((resource.path("type").asText("") + " " + name).strip(), modified));
        }
        return targets;
    }
}
