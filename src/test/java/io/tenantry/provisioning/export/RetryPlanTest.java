package io.tenantry.provisioning.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.provisioning.schedule.TestConfig;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a failed object is tried again (provisioning-engine.md §1.6). */
class RetryPlanTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private final RetryPlan retries = new RetryPlan(new TestConfig(200));

    private static Instant after(String distance) {
        return NOON.plus(Duration.parse(distance));
    }

    @Test
    void failuresAreRetriedFromTheirFirstThenDaily() {
        assertEquals(after("PT6H"), retries.next(NOON, "EntryConflict", NOON));
        assertEquals(after("PT12H"), retries.next(NOON, "EntryConflict", after("PT6H")));
        assertEquals(after("PT24H"), retries.next(NOON, "EntryConflict", after("PT20H")));
        assertEquals(after("PT48H"), retries.next(NOON, "EntryConflict", after("PT24H")));
        assertEquals(after("PT1H"), retries.next(NOON, "Timeout", after("PT1H")));
    }
}
