package io.tenantry.console.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.api.Timestamps;

/**
 * A request of the journal, in a list.
 *
 * @param tenant name of the tenant, empty where none is known
 * @param error code of the error that was answered, empty for none
 */
public record RequestRow(
        String id,
        String at,
        String tenant,
        String method,
        String target,
        int status,
        double milliseconds,
        boolean fault,
        String error) {
    /** Beyond it the bar is full. */
    private static final int FULL_BAR = 500;

    static RequestRow of(JsonNode json, TenantNames tenants) {
        String query = json.path("query").asText("");
        return new RequestRow(
                json.path("id").asText(),
                Timestamps.shown(json.path("at").asText()),
                tenants.of(json.path("tenant").asText("")),
                json.path("method").asText(),
                json.path("path").asText() + (json.path("query").isNull() ? "" : "?" + query),
                json.path("status").asInt(),
                json.path("durationMs").asDouble(),
                json.path("fault").asBoolean(),
                json.path("error").path("code").asText(""));
    }

    /** How the status is coloured; connections that were cut have none. */
    public String tone() {
        return status >= 500 || status == 0 ? "bad" : status >= 400 ? "warn" : "good";
    }

    public String statusText() {
        return status == 0 ? "cut" : Integer.toString(status);
    }

    public String duration() {
        return milliseconds < 10 ? String.format("%.1f ms", milliseconds) : String.format("%.0f ms", milliseconds);
    }

    public int bar() {
        return (int) Math.min(FULL_BAR, Math.ceil(milliseconds));
    }

    public int fullBar() {
        return FULL_BAR;
    }
}
