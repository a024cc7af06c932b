package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.cycle.Cycle;
import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a cycle has come, in pages of as many objects as one of its batches takes (provisioning-engine.md §1.2). */
class ProgressTest extends EngineTest {
    /** After the first batch of a cycle whose batches have two objects. */
    private String progress() {
        Cycle cycle = w.cycle(new TestConfig(2), () -> true);
        assertInstanceOf(
                Cycle.Progress.Underway.class, w.store.writeAll(registry -> cycle.batch(registry, w.clock.now())));
        JsonNode progress = w.sync.status().at("/progress/0");
        return progress.path("completedUnits").asLong() + " of "
                + progress.path("totalUnits").asLong();
    }

    @Test
    void anInitialCycleReadsEverybody() {
        w.sync.start();
        assertEquals("1 of 2", progress());
    }

    @Test
    void anIncrementalCycleReadsWhomChangesAffect() {
        w.sync.cycle();
        for (Entity each : List.of(w.ana, w.ben, w.cho)) {
            w.alderwood.patch(each, user -> user.set("city", "Faro"));
        }
        assertEquals("1 of 2", progress());
    }

    @Test
    void aPageThatIsNotFullIsOneToo() {
        w.alderwood.user("dia");
        w.alderwood.user("eli");
        w.sync.start();
        assertEquals("1 of 3", progress());
    }
}
