package io.tenantry.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.journal.Exchange.Answered;
import io.tenantry.journal.Exchange.Body;
import io.tenantry.journal.Exchange.Sent;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Bounded by number and by size, whoever writes. */
class RingTest {
    private static void add(Ring ring, int bytes) {
        Sent sent =
                new Sent("GET", "", "/", null, "", MultiMap.caseInsensitiveMultiMap(), Body.of(new byte[bytes], bytes));
        ring.add(new Exchange(ring.number(), Instant.EPOCH, 0, sent, Answered.nothing(), false, null));
    }

    private static List<Long> numbers(Ring ring, long before) {
        return ring.before(before).map(Exchange::number).toList();
    }

    @Test
    void theLastOnesAreKept() {
        Ring ring = new Ring(3, 1 << 20);
        for (int i = 0; i < 5; i++) {
            add(ring, 1);
        }
        assertEquals(List.of(4L, 3L, 2L), numbers(ring, Long.MAX_VALUE));
        assertEquals(List.of(2L), numbers(ring, 3));
        assertNull(ring.get(1));
        assertEquals(3, ring.get(3).number());
    }

    @Test
    void largeOnesLeaveLessRoom() {
        Ring ring = new Ring(100, 10_000);
        for (int i = 0; i < 20; i++) {
            add(ring, 1000);
        }
        assertEquals(List.of(19L, 18L, 17L), numbers(ring, Long.MAX_VALUE));
        add(ring, 20_000);
        assertEquals(List.of(), numbers(ring, Long.MAX_VALUE));
        add(ring, 1);
        assertEquals(List.of(21L), numbers(ring, Long.MAX_VALUE));
    }

    @Test
    void numbersAreNotUsedAgain() {
        Ring ring = new Ring(3, 1 << 20);
        add(ring, 1);
        ring.clear();
        assertEquals(List.of(), numbers(ring, Long.MAX_VALUE));
        add(ring, 1);
        assertEquals(List.of(1L), numbers(ring, Long.MAX_VALUE));
    }

    @Test
    void manyWritersKeepWithinTheBounds() throws InterruptedException {
        Ring ring = new Ring(50, 100_000);
        ExecutorService writers = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            writers.execute(() -> {
                for (int j = 0; j < 20_000; j++) {
                    add(ring, j % 3000);
                }
            });
        }
        writers.shutdown();
        assertTrue(writers.awaitTermination(60, TimeUnit.SECONDS));
        long kept = ring.before(Long.MAX_VALUE).mapToLong(Exchange::size).sum();
        assertTrue(kept <= 100_000, () -> "kept " + kept);
        ring.clear();
        add(ring, 1);
        assertEquals(1, numbers(ring, Long.MAX_VALUE).size());
    }
}
