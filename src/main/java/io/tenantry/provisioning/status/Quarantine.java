package io.tenantry.provisioning.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code synchronizationQuarantine} (provisioning-engine.md §1.7).
 *
 * @param currentBegan when it was imposed last
 * @param seriesBegan when it was imposed first, without a break since
 * @param seriesCount evaluations that have left it in force
 */
public record Quarantine(
        Instant currentBegan,
        Instant nextAttempt,
        String reason,
        Instant seriesBegan,
        long seriesCount,
        ObjectNode error) {

    static Quarantine begin(QuarantineReason reason, ObjectNode error, Instant now) {
        return new Quarantine(now, Timetable.attempt(now, now), reason.wireName(), now, 0, error);
    }

    Quarantine again(QuarantineReason reason, ObjectNode error, Instant now) {
        long count = seriesCount + 1;
        return new Quarantine(now, Timetable.attempt(seriesBegan, now), reason.wireName(), seriesBegan, count, error);
    }

    boolean lasted(Duration time, Instant now) {
        return !seriesBegan.plus(time).isAfter(now);
    }

    static Quarantine of(JsonNode json) {
        return new Quarantine(
                instant(json, "currentBegan"),
                instant(json, "nextAttempt"),
                json.path("reason").asText(),
                instant(json, "seriesBegan"),
                json.path("seriesCount").asLong(),
                (ObjectNode) json.get("error"));
    }

    private static Instant instant(JsonNode json, String name) {
        return Instant.parse(json.path(name).asText());
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("currentBegan", Json.instant(currentBegan))
                .put("nextAttempt", Json.instant(nextAttempt))
                .put("reason", reason)
                .put("seriesBegan", Json.instant(seriesBegan))
                .put("seriesCount", seriesCount);
        json.set("error", error);
        return json;
    }
}
