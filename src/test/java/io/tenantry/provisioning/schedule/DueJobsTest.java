package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.store.StoreUnderTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which jobs of all tenants have something to do, and which of them first. */
class DueJobsTest extends EngineTest {
    private static final Instant LATER = World.BEGIN.plusSeconds(60);

    private TestSync second;
    private DueJobs due;

    @BeforeEach
    void twoJobsOfTwoTenants() {
        second = new TestSync(w, w.birchline, w.cedarhall);
        due = new DueJobs(w.store, StoreUnderTest.tenants(w.store));
    }

    private List<String> at(Instant now) {
        return due.at(now).stream().map(DueJobs.Due::jobId).toList();
    }

    @Test
    void jobsThatAreNotStartedHaveNothingToDo() {
        assertEquals(Optional.empty(), due.next());
        assertEquals(List.of(), due.at(LATER));
    }

    @Test
    void whatFellDueFirstComesFirst() {
        second.start();
        w.clock.set(LATER, true);
        w.sync.start();
        assertEquals(Optional.of(World.BEGIN), due.next());
        assertEquals(List.of(), at(World.BEGIN.minusSeconds(1)));
        assertEquals(List.of(second.jobId), at(World.BEGIN));
        assertEquals(List.of(second.jobId, w.sync.jobId), at(LATER));
        assertEquals(
                new DueJobs.Due(w.birchline.tenant, second.jobId, World.BEGIN),
                due.at(LATER).get(0));
    }
}
