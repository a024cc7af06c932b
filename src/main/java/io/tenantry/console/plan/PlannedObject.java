package io.tenantry.console.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * What would be done to one object.
 *
 * @param href where the object of the source is shown, empty where it has no page
 * @param reason why it is skipped or fails, with its code; empty where it is neither
 */
public record PlannedObject(
        PlannedAction action,
        String type,
        String href,
        String source,
        String sourceName,
        String target,
        List<Change> changes,
        String reason) {
    private static final int FEW = 4;

    /** Of one attribute of the target; null for no value. */
    public record Change(String name, String before, String after) {}

    static PlannedObject of(String tenant, JsonNode json) {
        JsonNode source = json.path("source");
        List<Change> changes = new ArrayList<>();
        json.path("changes")
                .forEach(each -> changes.add(new Change(
                        each.path("name").asText(),
                        each.path("before").textValue(),
                        each.path("after").textValue())));
        String type = json.path("type").asText();
        String id = source.path("id").asText();
        return new PlannedObject(
                PlannedAction.of(json.path("action").asText()),
                type,
                type.equals("User")
                        ? Section.TENANTS.href() + "/" + UrlText.encoded(tenant) + "/users/" + UrlText.encoded(id)
                        : "",
                source.path("displayName").asText(id),
                source.path("userPrincipalName").asText(""),
                target(json.path("target")),
                changes,
                reason(json));
    }

    private static String target(JsonNode target) {
        return target.path("userPrincipalName")
                .asText(target.path("displayName").asText(target.path("id").asText("")));
    }

    private static String reason(JsonNode json) {
        String code = json.path("code").asText("");
        String reason = json.path("reason").asText("");
        return code.isEmpty() || reason.isEmpty() ? code + reason : code + ": " + reason;
    }

    /** Many are shown when somebody asks for them. */
    public boolean few() {
        return changes.size() <= FEW;
    }
}
