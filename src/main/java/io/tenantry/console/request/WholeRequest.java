package io.tenantry.console.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** One call whole: what was sent and answered, its secrets masked, and how to send it again. */
public record WholeRequest(
        RequestRow row,
        String url,
        List<Map.Entry<String, String>> requestHeaders,
        String requestBody,
        List<Map.Entry<String, String>> responseHeaders,
        String responseBody,
        boolean cut,
        String curl,
        String http,
        String powerShell) {
    static WholeRequest of(RequestRow row, JsonNode json, String curl, String http, String powerShell) {
        return new WholeRequest(
                row,
                json.path("url").asText(),
                headers(json.path("requestHeaders")),
                body(json.path("requestBody")),
                headers(json.path("responseHeaders")),
                body(json.path("responseBody")),
                json.path("cut").asBoolean(),
                curl,
                http,
                powerShell);
    }

    private static List<Map.Entry<String, String>> headers(JsonNode headers) {
        return headers.properties().stream()
                .map(header -> Map.entry(header.getKey(), header.getValue().asText()))
                .toList();
    }

    private static String body(JsonNode body) {
        return body.isContainerNode() ? body.toPrettyString() : body.asText("");
    }
}
