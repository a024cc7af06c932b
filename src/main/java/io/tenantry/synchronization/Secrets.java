package io.tenantry.synchronization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * PUT of secrets: pairs are merged by key, the empty value removes one, and the mask that was read back changes nothing
 * (synchronization-api.md §5). Values that are never shown are closed in the store.
 */
@ApplicationScoped
class Secrets {
    private final Store store;

    Secrets(Store store) {
        this.store = store;
    }

    /** {@code PUT …/synchronization/secrets} with {@code {"value": […]}}. */
    Answer put(GraphCall call, Entity root, ObjectNode body) {
        return save(call, root, body.path("value"));
    }

    /** {@code PUT …/synchronization} with the whole entity. */
    Answer putRoot(GraphCall call, Entity root, ObjectNode body) {
        return save(call, root, body.path("secrets"));
    }

    private Answer save(GraphCall call, Entity root, JsonNode pairs) {
        requireCollection(pairs);
        Optional<Entity> stored = SynchronizationRoot.stored(call.session(), root.id());
        Entity changed = stored.orElseGet(() -> SynchronizationRoot.blank(root.id()));
        changed.set("secrets", merged(changed.array("secrets"), pairs));
        if (stored.isPresent()) {
            call.session().update(changed);
        } else {
            call.session().insert(changed);
        }
        ConfigurationAudit.SETTINGS_CHANGED.record(call, root.id());
        return Answer.noContent();
    }

    private static void requireCollection(JsonNode pairs) {
        if (!pairs.isArray()) {
            throw SynchronizationErrors.invalidParameter("A collection of secrets is expected in 'value'.");
        }
    }

    /** All pairs of a service principal as they would be with these. */
    ArrayNode proposed(Session session, String servicePrincipal, JsonNode pairs) {
        requireCollection(pairs);
        return merged(
                SynchronizationRoot.stored(session, servicePrincipal)
                        .map(root -> root.array("secrets"))
                        .orElseGet(Json::array),
                pairs);
    }

    private ArrayNode merged(ArrayNode before, JsonNode pairs) {
        Map<String, String> secrets = new LinkedHashMap<>();
        before.forEach(
                pair -> secrets.put(pair.get("key").asText(), pair.get("value").asText()));
        for (JsonNode pair : pairs) {
            String name = pair.path("key").asText("");
            String key = SecretKey.named(name)
                    .orElseThrow(() ->
                            SynchronizationErrors.invalidParameter("The secret key '" + name + "' is not supported."));
            put(secrets, key, pair.path("value").asText(""));
        }
        ArrayNode merged = Json.array();
        secrets.forEach((key, value) -> merged.addObject().put("key", key).put("value", value));
        return merged;
    }

    private void put(Map<String, String> secrets, String key, String value) {
        if (key.equals(SecretKey.NOTIFICATION_SETTINGS) && !isObject(value)) {
            throw SynchronizationErrors.invalidNotificationSettings();
        }
        if (value.isEmpty()) {
            secrets.remove(key);
        } else if (!value.equals(SecretKey.MASK)) {
            secrets.put(key, SecretKey.isSensitive(key) ? store.sealed(value) : value);
        }
    }

    private static boolean isObject(String value) {
        try {
            return Json.MAPPER.readTree(value).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
