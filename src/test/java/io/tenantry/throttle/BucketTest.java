package io.tenantry.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void itFillsEvenlyAndNotBeyondItsSize() {
        Bucket bucket = new Bucket(10, Duration.ofSeconds(10), 0);
        assertEquals(0.8, bucket.take(8, 0), 1e-9);
        assertEquals(0, bucket.secondsUntil(2, 0));
        assertEquals(1, bucket.secondsUntil(3, 0));
        assertEquals(4, bucket.secondsUntil(6, 0));
        assertEquals(0, bucket.secondsUntil(6, 4 * SECOND));
        assertEquals(0.1, bucket.take(1, 100 * SECOND), 1e-9);
    }
}
