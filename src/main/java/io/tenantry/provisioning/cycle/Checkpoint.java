package io.tenantry.provisioning.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenantry.format.Json;
import io.tenantry.provisioning.export.Counters;
import java.io.UncheckedIOException;

/**
 * How far an unfinished cycle has come: the checkpoint, written with the work of each batch.
 *
 * @param initial whether everyone is read
 * @param forced whether deletions are made whatever the threshold says
 * @param cursor id of the last object done in the phase, empty at its start
 * @param snapshot last change of the source when the cycle began; later ones belong to the next cycle
 * @param watermark last change that the cycle before took in
 * @param began microseconds since 1970
 */
record Checkpoint(
        String cycleId,
        boolean initial,
        boolean forced,
        Phase phase,
        String cursor,
        long watermark,
        long snapshot,
        long began,
        Counters counters) {

    Checkpoint enter(Phase next) {
        return new Checkpoint(cycleId, initial, forced, next, "", watermark, snapshot, began, counters);
    }

    /** As an initial cycle; links stay. */
    Checkpoint initially() {
        return new Checkpoint(cycleId, true, forced, Phase.USERS, "", watermark, snapshot, began, counters);
    }

    Checkpoint at(String id) {
        return new Checkpoint(cycleId, initial, forced, phase, id, watermark, snapshot, began, counters);
    }

    String toJson() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Checkpoint of(String json) {
        try {
            return Json.MAPPER.readValue(json, Checkpoint.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
