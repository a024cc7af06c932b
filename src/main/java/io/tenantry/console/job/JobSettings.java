package io.tenantry.console.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.Reading;
import io.tenantry.format.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The secrets of the job's application, as Graph shows them, and what they say of mails and deletions.
 *
 * @param mails whether anybody is told by mail
 * @param threshold whether deletions are counted; {@code most} of them are let through in a cycle
 */
public record JobSettings(
        JobHead head,
        List<Secret> secrets,
        boolean syncAll,
        boolean mails,
        String recipients,
        boolean threshold,
        int most,
        ObjectNode notifications) {
    static final String NOTIFICATIONS = "SyncNotificationSettings";

    private static final int USUAL_MOST = 500;

    public record Secret(String key, String value, boolean hidden) {}

    static JobSettings read(Reading reading, JobHead head) {
        JsonNode root = reading.graph(head.tenant(), head.synchronization());
        List<Secret> secrets = new ArrayList<>();
        boolean syncAll = false;
        ObjectNode notifications = Json.object();
        for (JsonNode pair : root.path("secrets")) {
            String key = pair.path("key").asText();
            String value = pair.path("value").asText("");
            secrets.add(new Secret(key, value, value.equals("*")));
            syncAll |= key.equals("SyncAll") && value.equalsIgnoreCase("true");
            notifications = key.equals(NOTIFICATIONS) ? object(value) : notifications;
        }
        return new JobSettings(
                head,
                secrets,
                syncAll,
                notifications.path("Enabled").asBoolean(),
                notifications.path("Recipients").asText(""),
                notifications.path("DeleteThresholdEnabled").asBoolean(),
                notifications.path("DeleteThresholdValue").asInt(USUAL_MOST),
                notifications);
    }

    private static ObjectNode object(String text) {
        try {
            return Json.MAPPER.readTree(text) instanceof ObjectNode object ? object : Json.object();
        } catch (JsonProcessingException e) {
            return Json.object();
        }
    }

    public String url() {
        return head.synchronization() + "/secrets";
    }

    /** Where they are read anew. */
    public String href() {
        return head.href() + "/settings";
    }

    /** The body that turns all of it off; what the form says goes over it. */
    public String notificationsBody() {
        ObjectNode off = notifications
                .deepCopy()
                .put("Enabled", false)
                .put("Recipients", "")
                .put("DeleteThresholdEnabled", false);
        return body(NOTIFICATIONS, Json.write(off));
    }

    /** The body that has everybody or only those who are assigned in scope. */
    public String syncAllBody(boolean all) {
        return body("SyncAll", Boolean.toString(all));
    }

    private static String body(String key, String value) {
        ObjectNode body = Json.object();
        body.putArray("value").addObject().put("key", key).put("value", value);
        return Json.write(body);
    }
}
