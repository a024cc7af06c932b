package io.tenantry.junit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.junit.Graph;
import io.tenantry.junit.InTenant;
import io.tenantry.junit.TestClock;
import io.tenantry.junit.TestServer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two classes run at the same time, and wait for each other to be sure of it. */
abstract class AtOnce {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);
    private static final String LIV = "/v1.0/users/liv.aasen@fernholm.example";

    abstract Instant time();

    /** Tests of this class that are under way. */
    abstract AtomicInteger running();

    @Test
    void oneDoesNotSeeTheOther(@InTenant("source") Graph source, TestClock clock, TestServer server) throws Exception {
        assertEquals(1, running().incrementAndGet());
        System.out.println("server " + server.http());
        BOTH.await(120, TimeUnit.SECONDS);
        clock.freeze(time());
        String name = getClass().getSimpleName();
        source.patch(LIV, Map.of("displayName", name)).expect(204);
        BOTH.await(120, TimeUnit.SECONDS);
        assertEquals(time(), clock.now());
        assertEquals(name, source.get(LIV).ok().get("displayName").asText());
        running().decrementAndGet();
    }

    @Test
    void methodsTakeTurns(@InTenant("source") Graph source) {
        assertEquals(1, running().incrementAndGet());
        for (int i = 0; i < 20; i++) {
            source.patch(LIV, Map.of("displayName", "Turn " + i)).expect(204);
            assertEquals("Turn " + i, source.get(LIV).ok().get("displayName").asText());
        }
        assertEquals(0, running().decrementAndGet());
    }

    @Test
    void eachBeginsAtRealTime(TestClock clock) {
        assertEquals(1, running().incrementAndGet());
        assertTrue(clock.now().isBefore(Instant.now().plusSeconds(60)));
        clock.freeze(time());
        assertEquals(0, running().decrementAndGet());
    }
}
