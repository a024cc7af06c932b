package io.tenantry.console.clock;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * An object or a reference that is different.
 *
 * @param change {@code added}, {@code changed} or {@code removed}
 * @param target whom a reference leads to; empty for objects
 * @param address of the page of a person that there is; empty for none
 */
public record ChangeRow(
        String tenant,
        String type,
        String name,
        String change,
        String target,
        String address,
        List<PropertyChange> properties) {
    private static final int LONGEST = 400;

    /** A property before and after, as text. */
    public record PropertyChange(String name, String before, String after) {}

    static ChangeRow of(JsonNode json, TenantNames tenants) {
        List<PropertyChange> properties = new ArrayList<>();
        for (JsonNode each : json.path("properties")) {
            properties.add(new PropertyChange(
                    each.path("name").asText(), text(each.path("before")), text(each.path("after"))));
        }
        return new ChangeRow(
                tenants.of(json.path("tenant").asText()),
                json.path("type").asText(),
                json.path("displayName").asText(),
                json.path("change").asText(),
                json.at("/target/displayName").asText(),
                address(json),
                properties);
    }

    private static String address(JsonNode json) {
        boolean person = json.path("type").asText().equals("user")
                && !json.path("change").asText().equals("removed");
        return person
                ? Section.TENANTS.href() + "/"
                        + UrlText.encoded(json.path("tenant").asText()) + "/users/"
                        + UrlText.encoded(json.path("id").asText())
                : "";
    }

    /** How its badge looks. */
    public String tone() {
        return switch (change) {
            case "added" -> "good";
            case "removed" -> "bad";
            default -> "warn";
        };
    }

    private static String text(JsonNode value) {
        String text = value.isNull() ? "none" : value.isTextual() ? value.asText() : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
