package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.ApiAnswer;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.UrlText;
import io.tenantry.format.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of provisioning one user on demand.
 *
 * @param told code and reason where it did not succeed
 * @param changes empty where nothing was changed
 */
public record OnDemand(String status, String tone, String action, String told, List<Step> steps, List<Change> changes) {
    /** One of the steps, in their order. */
    public record Step(String name, String type, String status, String tone, String description, List<Fact> facts) {}

    /** Something that a step tells. */
    public record Fact(String name, String value) {}

    /** A property before and after. */
    public record Change(String name, String before, String after) {}

    /** The call of Graph that does it. */
    static ApiCall call(String tenant, String application, String job, String rule, String user) {
        ObjectNode body = Json.object();
        ObjectNode parameter = body.putArray("parameters").addObject().put("ruleId", rule);
        parameter.putArray("subjects").addObject().put("objectId", user).put("objectTypeName", "User");
        return new ApiCall(
                "POST",
                tenant,
                "/v1.0/servicePrincipals/" + UrlText.encoded(application) + "/synchronization/jobs/"
                        + UrlText.encoded(job) + "/provisionOnDemand",
                body);
    }

    /** The answer of Graph holds the result as text. */
    static OnDemand of(ApiAnswer answer) {
        JsonNode result = Json.parse(answer.json().path("value").asText("[]").getBytes(StandardCharsets.UTF_8))
                .path(0);
        JsonNode info = result.path("statusInfo");
        String status = info.path("status").asText("");
        List<Step> steps = new ArrayList<>();
        result.path("provisioningSteps").forEach(each -> steps.add(step(each)));
        List<Change> changes = new ArrayList<>();
        result.path("modifiedProperties")
                .forEach(each -> changes.add(
                        new Change(text(each, "displayName"), text(each, "oldValue"), text(each, "newValue"))));
        String code = text(info, "errorCode");
        return new OnDemand(
                status,
                tone(status),
                result.path("action").asText(""),
                code.isEmpty() ? "" : code + ": " + text(info, "reason"),
                steps,
                changes);
    }

    private static Step step(JsonNode step) {
        List<Fact> facts = new ArrayList<>();
        step.path("details")
                .properties()
                .forEach(each ->
                        facts.add(new Fact(each.getKey(), each.getValue().asText(""))));
        String status = step.path("status").asText("");
        return new Step(
                step.path("name").asText(""),
                step.path("type").asText(""),
                status,
                tone(status),
                step.path("description").asText(""),
                facts);
    }

    private static String tone(String status) {
        return switch (status) {
            case "Success" -> "good";
            case "Failure" -> "bad";
            default -> "warn";
        };
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).isNull() ? "" : node.path(member).asText("");
    }
}
