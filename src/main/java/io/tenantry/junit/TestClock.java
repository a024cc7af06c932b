package io.tenantry.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The time of the server. */
public final class TestClock {
    private final Control control;

    TestClock(Control control) {
        this.control = control;
    }

    public Instant now() {
        return now(control.get("/clock").ok());
    }

    /** Goes on from there. */
    public void set(Instant now) {
        control.put("/clock", Map.of("now", now.toString(), "frozen", false)).ok();
    }

    /** Stands still: no cycle starts by itself. */
    public void freeze() {
        control.put("/clock", Map.of("frozen", true)).ok();
    }

    public void freeze(Instant at) {
        control.put("/clock", Map.of("now", at.toString(), "frozen", true)).ok();
    }

    /** Returns when every cycle that fell due on the way has finished: the time then. */
    public Instant advance(Duration by) {
        return now(control.post("/clock/advance", Map.of("by", by.toString())).ok());
    }

    private static Instant now(JsonNode clock) {
        return Instant.parse(clock.get("now").asText());
    }
}
