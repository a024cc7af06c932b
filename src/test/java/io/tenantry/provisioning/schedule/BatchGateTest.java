package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Batches pass one beside the other, none while the store is exchanged, and none of a run that began before. */
class BatchGateTest {
    private final BatchGate gate = new BatchGate();

    @Test
    void aRunPassesUntilTheStoreIsAnotherOne() {
        long begun = gate.generation();
        assertEquals(Optional.of("done"), gate.pass(begun, () -> "done"));
        assertEquals(Optional.of("done"), gate.passBeside(begun, () -> "done"));
        gate.exclusively(() -> {});
        assertEquals(Optional.empty(), gate.pass(begun, () -> "done"));
        assertEquals(Optional.empty(), gate.passBeside(begun, () -> "done"));
        assertEquals(Optional.of("done"), gate.pass(gate.generation(), () -> "done"));
    }

    @Test
    void anExchangeThatFailsEndsRunsToo() {
        long begun = gate.generation();
        try {
            gate.exclusively(() -> {
                throw new IllegalStateException();
            });
        } catch (IllegalStateException expected) {
            assertEquals(Optional.empty(), gate.pass(begun, () -> "done"));
        }
        assertEquals(begun + 1, gate.generation());
    }

    @Test
    void onceTheServerStopsNothingPasses() {
        List<String> done = new ArrayList<>();
        gate.pass(() -> done.add("before"));
        gate.close();
        gate.pass(() -> done.add("behind"));
        assertEquals(List.of("before"), done);
        assertEquals(Optional.empty(), gate.pass(gate.generation(), () -> "done"));
        assertEquals(Optional.empty(), gate.passBeside(gate.generation(), () -> "done"));
    }

    /** Each runs on a thread of its own: who holds a lock may take it once more. */
    @Test
    void whoWorksBesideABatchWaitsForNobody() {
        long begun = gate.generation();
        gate.exclusively(() -> assertEquals(
                Optional.empty(),
                CompletableFuture.supplyAsync(() -> gate.passBeside(begun, () -> "done"))
                        .join()));
        long then = gate.generation();
        gate.pass(() -> assertEquals(
                Optional.of("done"),
                CompletableFuture.supplyAsync(() -> gate.passBeside(then, () -> "done"))
                        .join()));
    }

    @Test
    void eachLetsGoWhatItHeld() {
        gate.pass(() -> {});
        gate.pass(gate.generation(), () -> "done");
        gate.passBeside(gate.generation(), () -> "done");
        gate.exclusively(() -> {});
        assertEquals(
                "done",
                CompletableFuture.supplyAsync(() -> {
                            gate.exclusively(() -> {});
                            return "done";
                        })
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join());
        gate.close();
        CompletableFuture.runAsync(gate::close).orTimeout(10, TimeUnit.SECONDS).join();
    }
}
