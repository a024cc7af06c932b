package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether somebody is in the scope of a job, and by what.
 *
 * @param problem why that cannot be told; empty where it can
 * @param href the person's page
 */
public record PersonInScope(String name, String href, String problem, List<Gate> gates) {
    private static final Set<String> OF_SCOPE = Set.of("kindOfUser", "assignment", "scopingFilter");

    public record Gate(String name, boolean met, String value, List<String> details) {}

    static PersonInScope of(JobHead head, ApiAnswer explained) {
        JsonNode json = explained.json();
        if (!explained.succeeded()) {
            return new PersonInScope("", "", explained.error(), List.of());
        }
        if (json.path("verdict").asText().equals("unknown")) {
            return new PersonInScope("", "", "The source has no such user.", List.of());
        }
        List<Gate> gates = new ArrayList<>();
        for (JsonNode gate : json.path("gates")) {
            if (OF_SCOPE.contains(gate.path("gate").asText())) {
                gates.add(gate(gate));
            }
        }
        JsonNode user = json.path("user");
        return new PersonInScope(
                user.path("displayName").asText(user.path("id").asText()),
                head.userHref(user.path("id").asText()),
                gates.isEmpty() ? "Nothing can be told while the job is not set up." : "",
                gates);
    }

    private static Gate gate(JsonNode gate) {
        List<String> details = new ArrayList<>();
        for (JsonNode each : gate.path("detail")) {
            details.add(
                    each.has("clause")
                            ? each.path("clause").asText() + ": "
                                    + (each.path("met").asBoolean() ? "met" : "not met") + " by “"
                                    + each.path("value").asText("") + "”"
                            : "through " + each.path("type").asText() + " "
                                    + each.path("displayName").asText());
        }
        return new Gate(
                name(gate.path("gate").asText()),
                gate.path("met").asBoolean(),
                gate.path("value").asText(""),
                details);
    }

    private static String name(String gate) {
        return switch (gate) {
            case "kindOfUser" -> "Kind of user";
            case "assignment" -> "Assigned";
            default -> "Scoping filter";
        };
    }
}
