package io.tenantry.provisioning.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests read of the entries of both logs. */
final class Entries {
    private Entries() {}

    /** The newest entry of the provisioning log about an object of the source. */
    static JsonNode newest(TestSync sync, Entity object) {
        List<JsonNode> entries = all(sync, object);
        return entries.get(entries.size() - 1);
    }

    static List<JsonNode> all(TestSync sync, Entity object) {
        return sync.log().stream()
                .<JsonNode>map(Entity::properties)
                .filter(entry -> entry.at("/sourceIdentity/id").asText().equals(object.id()))
                .toList();
    }

    /** Name, type and status of each step. */
    static List<String> steps(JsonNode entry) {
        return entry.path("provisioningSteps")
                .valueStream()
                .map(step -> step.path("name").asText() + " "
                        + step.path("provisioningStepType").asText() + " "
                        + step.path("status").asText())
                .toList();
    }

    static String description(JsonNode entry, int step) {
        return entry.path("provisioningSteps").path(step).path("description").asText();
    }

    static Map<String, String> details(JsonNode entry, int step) {
        return texts(entry.path("provisioningSteps").path(step).path("details"));
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }

    /** Why an entry is not a plain success: the status with code and reason. */
    static String result(JsonNode entry) {
        JsonNode info = entry.path("provisioningStatusInfo");
        JsonNode error = info.path("errorInformation");
        return info.path("status").asText()
                + (error.isObject()
                        ? " " + error.path("errorCode").asText() + ": "
                                + error.path("reason").asText()
                        : "");
    }

    /** The audit log of a tenant from its beginning. */
    static List<JsonNode> audits(TestTenant tenant) {
        return tenant.read(session -> session.query(
                "select body from directory_audit where tenant = {tenant} order by id",
                row -> Json.parse(row.getBytes(1))));
    }
}
