package io.tenantry.console.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.TenantNames;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule for faults in words.
 *
 * @param which calls it is for
 * @param what befalls them
 * @param without the body that sets all other rules
 */
public record FaultRow(int number, String which, String what, long hits, String remaining, String without) {
    static FaultRow of(int number, JsonNode rule, String without, TenantNames tenants) {
        return new FaultRow(
                number,
                which(rule.path("match"), tenants),
                what(rule),
                rule.path("hits").asLong(),
                rule.path("remaining").asText(""),
                without);
    }

    private static String which(JsonNode match, TenantNames tenants) {
        String method = match.path("method").asText("Every method");
        String path = match.path("path").asText("any path");
        String tenant = match.hasNonNull("tenant")
                ? " of " + tenants.of(match.path("tenant").asText())
                : "";
        String client =
                match.hasNonNull("client") ? " by " + match.path("client").asText() : "";
        return method + " " + path + tenant + client;
    }

    private static String what(JsonNode rule) {
        List<String> parts = new ArrayList<>();
        if (rule.hasNonNull("delay")) {
            parts.add("wait " + rule.path("delay").asText());
        }
        if (rule.hasNonNull("answer")) {
            JsonNode answer = rule.path("answer");
            parts.add(("answer " + answer.path("status").asText() + " "
                            + answer.path("code").asText(""))
                    .strip());
        }
        if (rule.hasNonNull("drop")) {
            parts.add("drop the connection " + rule.path("drop").asText() + " the answer");
        }
        if (rule.hasNonNull("share")) {
            parts.add("in a share of " + rule.path("share").asText());
        }
        return String.join(", ", parts);
    }
}
