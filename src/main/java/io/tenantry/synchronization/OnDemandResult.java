package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.format.PascalCase;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.ondemand.OnDemand;
import java.time.Instant;
import java.util.List;

/** One element of an on-demand answer: a log entry in the older spelling, with names in Pascal case (synchronization-api.md §10). */
final class OnDemandResult {
    private OnDemandResult() {}

    static List<ObjectNode> of(OnDemand.Result.Done done) {
        return done.entries().stream()
                .map(entry -> of(entry, done.began(), done.ended()))
                .toList();
    }

    private static ObjectNode of(ObjectNode entry, Instant began, Instant ended) {
        String at = entry.get("activityDateTime").asText();
        ObjectNode json = Json.object();
        ArrayNode steps = json.putArray("provisioningSteps");
        entry.get("provisioningSteps").forEach(step -> addStep(steps, step, at));
        json.set("modifiedProperties", entry.get("modifiedProperties"));
        json.put("action", PascalCase.of(entry.get("provisioningAction").asText()));
        json.set("changeId", entry.get("changeId"));
        times(json, began, ended);
        JsonNode name = entry.at("/sourceIdentity/details/UserPrincipalName");
        json.set("reportableIdentifier", name.isMissingNode() ? entry.at("/sourceIdentity/displayName") : name);
        json.set("statusInfo", statusInfo(entry.get("provisioningStatusInfo")));
        json.set("sourceIdentity", identity(entry.get("sourceIdentity")));
        json.set("sourceSystem", system(entry.get("sourceSystem")));
        json.set("targetIdentity", identity(entry.get("targetIdentity")));
        json.set("targetSystem", system(entry.get("targetSystem")));
        return json;
    }

    /** An object that was not evaluated. */
    record Failed(ObjectType type, String id, Instant now) {
        /** The connection test failed: no step was taken. */
        ObjectNode refused(OnDemand.Result.Refused refused) {
            return with(statusInfo("Failure", refused.code(), refused.message()));
        }

        ObjectNode unknown() {
            String text = type.wireName() + " '" + id + "' was not found in the source.";
            ObjectNode json = with(statusInfo("Failure", "EntryNotFound", text));
            addStep(
                    (ArrayNode) json.get("provisioningSteps"),
                    Json.object()
                            .put("name", "EntryImport")
                            .put("provisioningStepType", "import")
                            .put("status", "failure")
                            .put("description", text)
                            .set("details", Json.object()),
                    Json.instant(now));
            return json;
        }

        /** Groups are not provisioned while their mapping is off. */
        ObjectNode typeOff() {
            String text = "The object type " + type.wireName() + " is not supported by the job.";
            return with(statusInfo("Skipped", "EntityTypeNotSupported", text));
        }

        private ObjectNode with(ObjectNode statusInfo) {
            ObjectNode json = Json.object();
            json.putArray("provisioningSteps");
            json.putArray("modifiedProperties");
            json.put("action", "Other");
            times(json, now, now);
            json.put("reportableIdentifier", id);
            json.set("statusInfo", statusInfo);
            json.putObject("sourceIdentity").put("id", id).put("type", type.wireName());
            return json;
        }
    }

    private static void times(ObjectNode json, Instant began, Instant ended) {
        json.put("startTime", Json.instant(began)).put("endTime", Json.instant(ended));
    }

    private static void addStep(ArrayNode steps, JsonNode step, String at) {
        ObjectNode json = steps.addObject().put("name", step.get("name").asText());
        json.put("type", PascalCase.of(step.get("provisioningStepType").asText()));
        json.put("status", PascalCase.of(step.get("status").asText()));
        json.put("description", step.get("description").asText()).put("timestamp", at);
        json.set("details", step.get("details"));
    }

    private static ObjectNode statusInfo(JsonNode info) {
        JsonNode error = info.path("errorInformation");
        ObjectNode json = statusInfo(
                PascalCase.of(info.get("status").asText()),
                error.path("errorCode").textValue(),
                error.path("reason").textValue());
        json.put("recommendedAction", error.path("recommendedAction").textValue());
        return json;
    }

    private static ObjectNode statusInfo(String status, String code, String reason) {
        ObjectNode json =
                Json.object().put("status", status).put("errorCode", code).put("reason", reason);
        json.putNull("additionalDetails");
        json.put("errorCategory", status.equals("Failure") ? "Failure" : null);
        return json.putNull("recommendedAction");
    }

    private static ObjectNode identity(JsonNode identity) {
        ObjectNode json = Json.object();
        json.set("id", identity.get("id"));
        json.set("type", identity.get("identityType"));
        json.set("displayName", identity.get("displayName"));
        json.set("details", identity.get("details"));
        return json;
    }

    private static ObjectNode system(JsonNode system) {
        ObjectNode json = Json.object();
        json.set("id", system.get("id"));
        json.set("name", system.get("displayName"));
        json.set("details", system.get("details"));
        return json;
    }
}
