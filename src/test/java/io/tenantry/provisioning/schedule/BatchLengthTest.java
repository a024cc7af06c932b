package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.tenantry.provisioning.cycle.Cycle;
import io.tenantry.store.StoreUnderTest;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many objects one transaction of a cycle takes: more where nobody waits for its end. */
class BatchLengthTest {
    private static final int BATCH = 2;
    private static final int USERS = 20;

    private final AtomicBoolean waits = new AtomicBoolean();
    private World w;
    private Cycle cycle;

    @BeforeEach
    void aCycleOfTwenty() {
        w = World.empty(StoreUnderTest::ephemeral, BATCH);
        IntStream.range(0, USERS).forEach(i -> w.sync.assign(w.alderwood.user("user" + i)));
        cycle = w.cycle(w.config(), waits::get);
    }

    @AfterEach
    void close() {
        w.close();
    }

    @Test
    void whereNobodyWaitsItTakesFourTimesAsMany() {
        batch();

        assertEquals(4 * BATCH, linked());
    }

    @Test
    void whereSomebodyWaitsItEndsWhenItMay() {
        waits.set(true);
        batch();

        assertEquals(BATCH, linked());
    }

    @Test
    void whoComesLaterIsLetInLater() {
        batch();
        waits.set(true);
        batch();

        assertEquals(4 * BATCH + BATCH, linked());
    }

    private void batch() {
        assertInstanceOf(
                Cycle.Progress.Underway.class, w.store.writeAll(registry -> cycle.batch(registry, w.clock.now())));
    }

    private long linked() {
        return w.alderwood
                .read(session ->
                        session.query("select count(*) from sync_link where tenant = {tenant}", row -> row.getLong(1)))
                .get(0);
    }
}
