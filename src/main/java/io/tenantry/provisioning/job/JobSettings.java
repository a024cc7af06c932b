package io.tenantry.provisioning.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the secrets of a service principal say about its job (synchronization-api.md §5). */
public final class JobSettings {
    /** Entity type of the synchronization root that holds the secrets. */
    public static final String TYPE = "synchronization";

    private static final int DEFAULT_DELETE_THRESHOLD = 500;

    private final Map<String, String> secrets;

    private JobSettings(Map<String, String> secrets) {
        this.secrets = secrets;
    }

    public static JobSettings of(Session session, String servicePrincipal) {
        return of(session.findChild(TYPE, servicePrincipal, servicePrincipal)
                .map(Entity::properties)
                .map(root -> root.path("secrets"))
                .orElseGet(Json::array));
    }

    /** From pairs of key and value. */
    public static JobSettings of(JsonNode pairs) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (JsonNode pair : pairs) {
            secrets.put(pair.path("key").asText(), pair.path("value").asText(""));
        }
        return new JobSettings(secrets);
    }

    public Optional<String> companyId() {
        return value("CompanyId");
    }

    public Optional<String> authenticationType() {
        return value("AuthenticationType");
    }

    /** Whether every internal member is in scope; without the secret only assigned ones are. */
    public boolean syncAll() {
        return value("SyncAll").filter("true"::equalsIgnoreCase).isPresent();
    }

    /** How many deletions a cycle may make; empty where the threshold is off (provisioning-engine.md §7). */
    public OptionalInt deleteThreshold() {
        JsonNode settings = notificationSettings();
        return settings.path("DeleteThresholdEnabled").asBoolean()
                ? OptionalInt.of(settings.path("DeleteThresholdValue").asInt(DEFAULT_DELETE_THRESHOLD))
                : OptionalInt.empty();
    }

    /**
     * Who is told by mail of what goes wrong (insights-and-feeds.md §13); nobody where that is off.
     */
    public List<String> recipients() {
        JsonNode settings = notificationSettings();
        return settings.path("Enabled").asBoolean()
                ? Arrays.stream(settings.path("Recipients").asText("").split("[;,]"))
                        .map(String::trim)
                        .filter(each -> !each.isEmpty())
                        .toList()
                : List.of();
    }

    /** A value that is no JSON switches nothing on. */
    private JsonNode notificationSettings() {
        try {
            return Json.MAPPER.readTree(value("SyncNotificationSettings").orElse("{}"));
        } catch (JsonProcessingException e) {
            return Json.object();
        }
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(secrets.get(key)).filter(value -> !value.isEmpty());
    }
}
