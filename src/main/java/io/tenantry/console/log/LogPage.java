package io.tenantry.console.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Timestamps;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of a log.
 *
 * @param part address that it is read anew from
 * @param next address of the page behind, empty for none
 */
public record LogPage(List<Row> rows, String part, String next) {
    private static final Pattern SKIPTOKEN = Pattern.compile("[?&]\\$skiptoken=([^&]*)");

    /**
     * An entry in a list.
     *
     * @param href of the page that shows it whole
     */
    public record Row(String href, String at, String what, String about, String status, String tone, String text) {}

    static LogPage of(JsonNode answer, LogFilter filter, String page, Function<JsonNode, Row> row) {
        List<Row> rows = new ArrayList<>();
        answer.path("value").forEach(each -> rows.add(row.apply(each)));
        Matcher token = SKIPTOKEN.matcher(answer.path("@odata.nextLink").asText(""));
        String next =
                token.find() ? filter.address(page, URLDecoder.decode(token.group(1), StandardCharsets.UTF_8)) : "";
        return new LogPage(rows, filter.address(page + "/list", filter.behind()), next);
    }

    static Row provisioning(String tenant, JsonNode entry) {
        String status = entry.path("provisioningStatusInfo").path("status").asText();
        JsonNode error = entry.path("provisioningStatusInfo").path("errorInformation");
        JsonNode who = entry.path("sourceIdentity");
        String code = error.path("errorCode").asText("");
        return new Row(
                "/_tenantry/console/logs/provisioning/" + tenant + "/"
                        + entry.path("id").asText(),
                Timestamps.shown(entry.path("activityDateTime").asText()),
                entry.path("provisioningAction").asText(),
                who.path("displayName").asText(who.path("id").asText()),
                status,
                tone(status),
                code);
    }

    static Row audit(String tenant, JsonNode entry) {
        JsonNode target =
                entry.path("targetResources").path(entry.path("targetResources").size() - 1);
        String status = entry.path("result").asText();
        return new Row(
                "/_tenantry/console/logs/audits/" + tenant + "/"
                        + entry.path("id").asText(),
                Timestamps.shown(entry.path("activityDateTime").asText()),
                entry.path("activityDisplayName").asText(),
                target.path("displayName")
                        .asText(target.path("userPrincipalName").asText("")),
                status,
                tone(status),
                entry.path("loggedByService").asText());
    }

    static String tone(String status) {
        return switch (status) {
            case "success" -> "good";
            case "failure" -> "bad";
            case "warning", "timeout" -> "warn";
            default -> "";
        };
    }
}
