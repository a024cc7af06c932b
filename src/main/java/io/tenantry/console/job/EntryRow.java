package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Timestamps;
import java.util.ArrayList;
import java.util.List;

/** An entry of the provisioning log, in a list. */
public record EntryRow(
        String href, String at, String name, String nameHref, String action, Badge status, String code, String reason) {
    static List<EntryRow> list(JobHead head, JsonNode page) {
        List<EntryRow> rows = new ArrayList<>();
        for (JsonNode entry : page.path("value")) {
            rows.add(of(head, entry));
        }
        return rows;
    }

    private static EntryRow of(JobHead head, JsonNode entry) {
        JsonNode source = entry.path("sourceIdentity");
        JsonNode info = entry.path("provisioningStatusInfo");
        JsonNode error = info.path("errorInformation");
        boolean user = source.path("identityType").asText().equals("User");
        String name = source.path("details").path("UserPrincipalName").asText("");
        return new EntryRow(
                head.entryHref(entry.path("id").asText()),
                Timestamps.shown(entry.path("activityDateTime").asText()),
                name.isEmpty()
                        ? source.path("displayName").asText(source.path("id").asText())
                        : name,
                user ? head.userHref(source.path("id").asText()) : "",
                entry.path("provisioningAction").asText(),
                badge(info.path("status").asText()),
                error.path("errorCode").asText(""),
                error.path("reason").asText(""));
    }

    private static Badge badge(String status) {
        return switch (status) {
            case "success" -> new Badge("good", status);
            case "failure" -> new Badge("bad", status);
            case "warning" -> new Badge("warn", status);
            default -> new Badge("", status);
        };
    }
}
