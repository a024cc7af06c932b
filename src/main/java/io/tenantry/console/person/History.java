package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.Timestamps;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;
import java.util.ArrayList;
import java.util.List;

/** What the provisioning log says of a user, newest first. */
public record History(List<Entry> entries, String all) {
    private static final int SHOWN = 10;

    /**
     * An entry of the log.
     *
     * @param told what came of it: code and reason of a failure, or how many properties changed
     */
    public record Entry(String at, String href, String action, String status, String tone, String told) {}

    static History read(Reading reading, Tie tie) {
        String filter = "sourceIdentity/id eq " + literal(tie.user()) + " and jobId eq " + literal(tie.job());
        JsonNode found = reading.graph(
                tie.source(),
                new QueryText("/v1.0/auditLogs/provisioning")
                        .with("$filter", filter)
                        .with("$orderby", "activityDateTime desc")
                        .with("$top", Integer.toString(SHOWN))
                        .text());
        List<Entry> entries = new ArrayList<>();
        found.path("value").forEach(each -> entries.add(entry(tie, each)));
        return new History(
                entries,
                new QueryText(Section.LOGS.href()).with("tenant", tie.source()).text());
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static Entry entry(Tie tie, JsonNode entry) {
        JsonNode info = entry.path("provisioningStatusInfo");
        String status = info.path("status").asText();
        JsonNode error = info.path("errorInformation");
        int changed = entry.path("modifiedProperties").size();
        String told = error.isObject()
                ? error.path("errorCode").asText("") + ": "
                        + error.path("reason").asText("")
                : changed == 0 ? "" : changed == 1 ? "one property" : changed + " properties";
        return new Entry(
                Timestamps.shown(entry.path("activityDateTime").asText()),
                Section.LOGS.href() + "/provisioning/" + UrlText.encoded(tie.source()) + "/"
                        + UrlText.encoded(entry.path("id").asText()),
                entry.path("provisioningAction").asText(),
                status,
                status.equals("success") ? "good" : status.equals("failure") ? "bad" : "warn",
                told);
    }
}
