package io.tenantry.provisioning.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.export.Counters;
import java.io.UncheckedIOException;

/**
 * How far an unfinished cycle has come, written with the work of each batch. Stored as one flat object.
 *
 * @param cursor id of the last object done in the phase, empty at its start
 */
record Checkpoint(CycleStart start, Phase phase, String cursor, Counters counters) {
    static Checkpoint begin(CycleStart start) {
        return new Checkpoint(start, Phase.first(start), "", new Counters());
    }

    Checkpoint enter(Phase next) {
        return new Checkpoint(start, next, "", counters);
    }

    /** As an initial cycle; links stay. */
    Checkpoint initially() {
        return new Checkpoint(start.initially(), Phase.USERS, "", counters);
    }

    Checkpoint at(String id) {
        return new Checkpoint(start, phase, id, counters);
    }

    String toJson() {
        ObjectNode json = Json.MAPPER.valueToTree(start);
        json.put("phase", phase.name()).put("cursor", cursor);
        json.set("counters", Json.MAPPER.valueToTree(counters));
        return Json.write(json);
    }

    static Checkpoint of(String json) {
        ObjectNode stored = Json.parseObject(json);
        try {
            return new Checkpoint(
                    Json.MAPPER.treeToValue(stored, CycleStart.class),
                    Phase.valueOf(stored.get("phase").asText()),
                    stored.get("cursor").asText(),
                    Json.MAPPER.treeToValue(stored.get("counters"), Counters.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
