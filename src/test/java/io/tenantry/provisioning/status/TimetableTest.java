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
        assertEquals(after("PT5M"), Timetable.attempt(NOON, NOON));
        assertEquals(after("PT40M"), Timetable.attempt(NOON, after("PT5M")));
        assertEquals(after("PT2H"), Timetable.attempt(NOON, after("PT40M")));
        assertEquals(
                after("PT6H"), Timetable.attempt(NOON, after("PT3H")), "where the first retry of a failure is due");
        assertEquals(after("PT48H"), Timetable.attempt(NOON, after("PT24H")));
        assertEquals(after("P28D"), Timetable.attempt(NOON, after("P27D")));
    }

    private static Optional<QuarantineReason> exceeded(long failed, long references, long fine) {
        EscrowThresholds limits = new EscrowThresholds(new Limits(5000, 0.4, 40_000, 60_000));
        return limits.exceeded(new EscrowThresholds.Failures(failed, references, failed, failed + fine));
    }

    @Test
    void failuresAreTooManyAsDocumented() {
        assertEquals(Optional.empty(), exceeded(4_999, 0, 1));
        assertEquals(Optional.of(QuarantineReason.ESCROW_PROPORTION), exceeded(9_000, 0, 9_000));
        assertEquals(Optional.empty(), exceeded(15_000, 0, 90_000));
        assertEquals(Optional.of(QuarantineReason.BASE_ESCROW), exceeded(41_000, 0, 900_000));
        assertEquals(Optional.of(QuarantineReason.TOTAL_ESCROW), exceeded(39_000, 22_000, 900_000));
    }

    @Test
    void theProportionIsExceededByStrictlyMoreAndFromTheMinimumOn() {
        assertEquals(Optional.empty(), exceeded(6_000, 0, 9_000), "just 40 of 100");
        assertEquals(Optional.of(QuarantineReason.ESCROW_PROPORTION), exceeded(6_001, 0, 9_000));
        assertEquals(Optional.of(QuarantineReason.ESCROW_PROPORTION), exceeded(5_000, 0, 0));
        assertEquals(Optional.empty(), exceeded(40_000, 0, 900_000), "as many as are allowed");
        assertEquals(Optional.empty(), exceeded(40_000, 20_000, 900_000));
    }

    /** What failed in cycles before is no part of what this one touched. */
    @Test
    void theProportionLooksAtTheCycleAlone() {
        EscrowThresholds limits = new EscrowThresholds(new Limits(2, 0.4, 40_000, 60_000));
        assertEquals(Optional.empty(), limits.exceeded(new EscrowThresholds.Failures(9, 0, 1, 1)));
        assertEquals(Optional.empty(), limits.exceeded(new EscrowThresholds.Failures(9, 0, 0, 0)));
    }
}
