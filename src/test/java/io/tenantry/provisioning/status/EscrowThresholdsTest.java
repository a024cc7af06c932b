package io.tenantry.provisioning.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tenantry.provisioning.schedule.TestConfig;
import io.tenantry.provisioning.status.EscrowThresholds.Failures;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which failures are too many (provisioning-engine.md §1.7): more than a threshold, not as many. */
class EscrowThresholdsTest {
    private final EscrowThresholds thresholds = new EscrowThresholds(new TestConfig.Limits(10, 0.4, 40, 60));

    @ParameterizedTest
    @CsvSource({
        // standing, references, failed, touched
        "0, 0, 0, 0, ",
        "40, 20, 0, 0, ",
        "40, 21, 0, 0, TOTAL_ESCROW",
        "0, 61, 0, 0, TOTAL_ESCROW",
        "41, 0, 0, 0, BASE_ESCROW",
        "41, 20, 0, 0, TOTAL_ESCROW",
        "10, 0, 10, 24, ESCROW_PROPORTION",
        "10, 0, 10, 25, ",
        "9, 0, 9, 9, ",
        "11, 0, 10, 20, ESCROW_PROPORTION"
    })
    void moreThanAThresholdIsTooMany(
            long standing, long references, long failed, long touched, QuarantineReason expected) {
        assertEquals(
                Optional.ofNullable(expected),
                thresholds.exceeded(new Failures(standing, references, failed, touched)));
    }

    @Test
    void reasonsAreReadAsTheyAreShownAndSayWhatHappened() {
        for (QuarantineReason reason : QuarantineReason.values()) {
            assertEquals(reason, QuarantineReason.of(reason.wireName()));
        }
        assertThrows(NoSuchElementException.class, () -> QuarantineReason.of("Boredom"));
        assertEquals("Too many objects failed.", QuarantineReason.BASE_ESCROW.message());
    }

    @Test
    void objectsThatFailAreTheReasonOfThree() {
        assertEquals(
                Set.of(QuarantineReason.BASE_ESCROW, QuarantineReason.TOTAL_ESCROW, QuarantineReason.ESCROW_PROPORTION),
                Arrays.stream(QuarantineReason.values())
                        .filter(QuarantineReason::ofEscrows)
                        .collect(Collectors.toSet()));
    }
}
