package io.tenantry.provisioning.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.provisioning.schedule.TestConfig.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When cycles and attempts in quarantine come, and when failures are too many (provisioning-engine.md §1). */
class TimetableTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Instant after(String distance) {
        return NOON.plus(Duration.parse(distance));
    }

    @Test
    void cyclesBeginInStepsOfFortyMinutes() {
        assertEquals(after("PT40M"), Timetable.next(NOON, NOON));
        assertEquals(after("PT40M"), Timetable.next(NOON, after("PT39M")));
        assertEquals(after("PT80M"), Timetable.next(NOON, after("PT40M")));
        assertEquals(after("PT120M"), Timetable.next(NOON, after("PT90M")));
    }

    @Test
    void attemptsInQuarantineBecomeRarerAndComeDailyAtLeast() {
        assertEquals(after("PT5M"), Timetable.attempt(0, NOON));
        assertEquals(after("PT24H"), Timetable.attempt(5, NOON));
        assertEquals(after("PT24H"), Timetable.attempt(500, NOON));
    }

    @Test
    void failuresAreTooManyAsDocumented() {
        EscrowThresholds limits = new EscrowThresholds(new Limits(5000, 0.4, 40_000, 60_000));
        assertEquals(Optional.empty(), limits.exceeded(4_999, 0, 1));
        assertEquals(Optional.of(QuarantineReason.ESCROW_PROPORTION), limits.exceeded(9_000, 0, 9_000));
        assertEquals(Optional.empty(), limits.exceeded(15_000, 0, 90_000));
        assertEquals(Optional.of(QuarantineReason.BASE_ESCROW), limits.exceeded(41_000, 0, 900_000));
        assertEquals(Optional.of(QuarantineReason.TOTAL_ESCROW), limits.exceeded(39_000, 22_000, 900_000));
    }
}
