package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.store.failure.StoreException;
import io.tenantry.store.failure.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a run comes to its end, whatever happens in the middle of one of its batches. */
class CyclesTest extends EngineTest {
    private final BatchGate gate = new BatchGate();
    private final Queue<Runnable> inBatches = new ArrayDeque<>();
    private Cycles cycles;

    @Override
    @BeforeEach
    void baseline() {
        w = World.empty(database(), 1).populated();
        w.sync.start();
        cycles = new Cycles(w.store, w.clock, gate, new JobClaims(), w.contexts, new Watched(), w.outbox);
    }

    /** Each of {@link #inBatches} happens in the middle of a batch. */
    private final class Watched implements ProvisioningConfig {
        @Override
        public int batch() {
            Optional.ofNullable(inBatches.poll()).ifPresent(Runnable::run);
            return w.config().batch();
        }

        @Override
        public List<Duration> retry() {
            return w.config().retry();
        }

        @Override
        public Duration giveUp() {
            return w.config().giveUp();
        }

        @Override
        public Quarantine quarantine() {
            return w.config().quarantine();
        }
    }

    private void fails(int times, RuntimeException failure) {
        for (int i = 0; i < times; i++) {
            inBatches.add(() -> {
                throw failure;
            });
        }
    }

    private Optional<ObjectNode> run() {
        return cycles.run(w.alderwood.tenant, w.sync.jobId);
    }

    private String endsAs() {
        return run().orElseThrow().path("state").asText();
    }

    @Test
    void aRunIsAnsweredWithItsExecution() {
        assertEquals("Succeeded", endsAs());
        assertEquals(3, w.birchline.externals().size());
    }

    @Test
    void aJobThatIsNotThereIsNotRun() {
        assertEquals(Optional.empty(), cycles.run(w.alderwood.tenant, "nosuch"));
    }

    @Test
    void whoFindsThatTheJobDoesNotWaitAnyMoreLeavesIt() {
        cycles.runIfFree(w.alderwood.tenant, w.sync.jobId, job -> false);
        assertEquals(0, w.birchline.externals().size());
        cycles.runIfFree(w.alderwood.tenant, w.sync.jobId, job -> true);
        assertEquals(3, w.birchline.externals().size());
    }

    @Test
    void aBatchThatMetAnotherServerIsTriedThreeTimes() {
        fails(2, new StoreException("deadlock", null));
        assertEquals("Succeeded", endsAs());
        fails(3, new StoreException("deadlock", null));
        assertEquals("Failed", endsAs());
        assertTrue(inBatches.isEmpty());
    }

    @Test
    void aFaultOfTheServiceIsNotTriedAgain() {
        fails(1, new IllegalStateException("a fault"));
        assertEquals("Failed", endsAs());
    }

    @Test
    void whereTheStoreDoesNotServeTheCycleIsNoFailureAndGoesOnLater() {
        StoreUnavailable full = new StoreUnavailable("no room is left on its disk", null);
        inBatches.add(() -> {});
        fails(1, full);
        assertEquals(full, assertThrows(StoreUnavailable.class, this::run));
        assertEquals("Succeeded", endsAs());
        assertEquals(0, w.sync.status().path("countSuccessiveCompleteFailures").asInt());
    }

    @Test
    void whenTheServerStopsTheRunEndsWithThisBatch() {
        endsAtTheBorder(gate::close);
        assertEquals(Optional.empty(), run());
    }

    @Test
    void whenTheStoreIsExchangedTheRunEndsWithThisBatch() {
        endsAtTheBorder(() -> gate.exclusively(() -> {}));
        assertEquals("Succeeded", endsAs());
    }

    /** A run, in the first batch of which somebody else begins what has to wait for its end. */
    private void endsAtTheBorder(Runnable exclusive) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        inBatches.add(() -> {
            done.completeAsync(() -> {
                exclusive.run();
                return null;
            });
            Instant last = Instant.now().plusSeconds(10);
            while (!gate.isAwaited() && Instant.now().isBefore(last)) {
                Thread.onSpinWait();
            }
        });
        assertEquals(Optional.empty(), run());
        done.orTimeout(10, TimeUnit.SECONDS).join();
        assertTrue(w.birchline.externals().size() < 3);
    }
}
