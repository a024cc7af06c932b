package io.tenantry.provisioning.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.provisioning.export.Counters;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is stored of an unfinished cycle, so that another process goes on with it (provisioning-engine.md §18.3). */
class CheckpointTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Checkpoint begun(boolean initial) {
        return Checkpoint.begin(CycleStart.at(NOON, initial, true, 4, 9));
    }

    @Test
    void anInitialCycleBeginsWithTheUsersAndAnIncrementalOneByCollecting() {
        assertEquals(Phase.USERS, begun(true).phase());
        assertEquals(Phase.COLLECT, begun(false).phase());
    }

    @Test
    void allOfItIsFoundAgainWhereItIsStored() {
        Checkpoint reached = begun(false).enter(Phase.AFFECTED).at("ana");
        reached.counters().imported = 3;
        reached.counters().staged = 2;
        Checkpoint found = Checkpoint.of(reached.toJson());
        assertEquals(reached.start(), found.start());
        assertEquals(NOON, found.start().time());
        assertEquals(Phase.AFFECTED, found.phase());
        assertEquals("ana", found.cursor());
        Counters counters = found.counters();
        assertEquals(3, counters.imported);
        assertEquals(2, counters.staged);
    }

    @Test
    void eachPhaseBeginsBeforeItsFirstObject() {
        assertEquals("", begun(false).at("ana").enter(Phase.JUDGE).cursor());
    }

    @Test
    void whereChangesAreNotKnownAnyMoreTheSameCycleReadsEveryone() {
        Checkpoint collecting = begun(false).at("ana");
        assertFalse(collecting.start().initial());
        collecting.counters().expected = 7;
        Checkpoint initial = collecting.initially();
        assertTrue(initial.start().initial());
        assertEquals(collecting.start().cycleId(), initial.start().cycleId());
        assertEquals(9, initial.start().snapshot());
        assertEquals(Phase.USERS, initial.phase());
        assertEquals("", initial.cursor());
        assertEquals(7, initial.counters().expected);
    }

    @Test
    void nothingComesBehindTheLastPhase() {
        assertThrows(IllegalStateException.class, () -> Pass.of(Phase.DONE));
    }
}
