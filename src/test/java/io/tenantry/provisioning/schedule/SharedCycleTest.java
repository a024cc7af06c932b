package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.provisioning.cycle.Cycle;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cycle of many batches: several servers may work on it, and others write while it runs (provisioning-engine.md §18.3). */
class SharedCycleTest extends EngineTest {
    @Override
    @BeforeEach
    void baseline() {
        w = World.empty(database(), 1).populated();
        w.sync.start();
    }

    /** What one server has in memory of the job's cycle. */
    private Cycle server() {
        return w.cycle(w.config());
    }

    /** Whether the cycle ends with the next batch. */
    private boolean ends(Cycle server) {
        return w.store.writeAll(registry -> server.batch(registry, w.clock.now())) instanceof Cycle.Progress.Ended;
    }

    @Test
    void severalServersWorkOnOneCycle() {
        List<Cycle> servers = List.of(server(), server());
        int batches = 1;
        while (!ends(servers.get(batches % 2))) {
            batches++;
        }
        assertTrue(batches > 3, "the servers took " + batches + " turns only");
        assertEquals(3, w.birchline.externals().size());
        assertEquals(3, w.sync.log().size());
        assertEquals(
                1,
                w.sync.log().stream()
                        .map(entry -> entry.text("cycleId"))
                        .distinct()
                        .count());
    }

    @Test
    void changesMadeDuringACycleBelongToTheNextOne() {
        Cycle cycle = server();
        assertFalse(ends(cycle));
        Entity first = Stream.of(w.ana, w.ben, w.cho)
                .filter(user -> w.birchline.external(user).isPresent())
                .findFirst()
                .orElseThrow();
        w.alderwood.patch(first, user -> user.set("department", "Harbour"));
        boolean ended = false;
        while (!ended) {
            ended = ends(cycle);
        }
        assertEquals("Dock", w.target(first).text("department"));

        w.sync.cycle();
        assertEquals("Harbour", w.target(first).text("department"));
        assertEquals(List.of("create success", "update success"), w.sync.log(first));
    }
}
