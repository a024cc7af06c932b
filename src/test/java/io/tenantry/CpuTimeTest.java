package io.tenantry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    private static final Duration LITTLE = Duration.ofMillis(100);

    @Test
    void whatWorksOnIsStopped() {
        AssertionError failed = assertThrows(
                AssertionError.class, () -> CpuTime.within(LITTLE, CpuTimeTest::workUntilStopped, "counting"));
        assertEquals("counting takes longer than PT0.1S", failed.getMessage());
    }

    private static void workUntilStopped() {
        long count = 0;
        while (!Thread.currentThread().isInterrupted()) {
            count++;
        }
    }

    @Test
    void whatWaitsIsNot() {
        CpuTime.within(LITTLE, () -> Thread.sleep(2 * LITTLE.toMillis()));
    }

    @Test
    void whatFailsFails() {
        assertThrows(AssertionError.class, () -> CpuTime.within(LITTLE, () -> fail("so")));
    }
}
