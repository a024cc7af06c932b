package io.tenantry.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;

/** The clock at the moment of a snapshot: a frozen one goes back to its instant, a running one to its distance from system time. */
record ClockSetting(Instant now, boolean frozen, Duration ahead) {

    static ClockSetting of(VirtualClock clock) {
        return new ClockSetting(clock.now(), clock.frozen(), clock.ahead());
    }

    static ClockSetting of(ObjectNode note) {
        return new ClockSetting(
                Instant.parse(note.get("now").asText()),
                note.get("frozen").asBoolean(),
                Duration.parse(note.get("ahead").asText()));
    }

    ObjectNode toJson() {
        return Json.object().put("now", Json.instant(now)).put("frozen", frozen).put("ahead", ahead.toString());
    }

    void apply(VirtualClock clock) {
        clock.set(frozen ? now : clock.systemNow().plus(ahead), frozen);
    }
}
