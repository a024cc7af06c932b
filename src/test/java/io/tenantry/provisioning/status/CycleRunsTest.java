package io.tenantry.provisioning.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.audit.ProvisioningLogEntry.Result;
import io.tenantry.provisioning.status.CycleRuns.Numbered;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cycles of a job, as they are kept. */
class CycleRunsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Map<Result, Long> NOTHING = Map.of();
    private static final Map<Result, Long> SOME = Map.of(Result.CREATE, 3L, Result.FAIL, 1L);

    private final Store store = StoreUnderTest.ephemeral();
    private final Tenant tenant = StoreUnderTest.tenant(store, "alderwood");

    @AfterEach
    void close() {
        StoreUnderTest.close(store);
    }

    private <T> T in(int job, Function<CycleRuns, T> work) {
        return store.write(tenant, session -> work.apply(new CycleRuns(session, job)));
    }

    private void begun(int job, String cycle, Instant began, Map<Result, Long> counts) {
        in(job, runs -> {
            runs.underway(cycle, true, began, counts);
            return null;
        });
    }

    private void ended(int job, String cycle, String state, Map<Result, Long> counts, boolean withError) {
        in(job, runs -> {
            var error = withError ? TaskExecution.error("Broken", "it broke", false) : null;
            runs.ended(false, counts, TaskExecution.of(cycle, state, NOON, NOON.plusSeconds(60), error));
            return null;
        });
    }

    private List<Numbered> page(int job, long before, boolean working, int most) {
        return in(job, runs -> runs.page(before, working, most));
    }

    private CycleRun only(int job) {
        List<Numbered> page = page(job, Long.MAX_VALUE, false, 10);
        assertEquals(1, page.size());
        return page.get(0).run();
    }

    @Test
    void aCycleIsSeenWhileItRuns() {
        begun(1, "a", NOON, NOTHING);
        begun(1, "a", NOON, SOME);

        assertEquals(new CycleRun("a", true, NOON, Optional.empty(), Optional.empty(), only(1).error(), SOME), only(1));
        assertTrue(only(1).error().isMissingNode());
        assertEquals(4, only(1).entries());
    }

    @Test
    void aCycleThatEndsSaysHow() {
        begun(1, "a", NOON, NOTHING);
        ended(1, "a", "Succeeded", SOME, false);

        assertEquals(Optional.of(NOON.plusSeconds(60)), only(1).ended());
        assertEquals(Optional.of("Succeeded"), only(1).state());
        assertFalse(only(1).initial());
        assertTrue(only(1).error().isMissingNode());
    }

    @Test
    void anErrorIsKeptWithIt() {
        ended(1, "a", "Failed", SOME, true);

        assertEquals("Broken", only(1).error().path("code").asText());
    }

    @Test
    void cyclesAreNumberedInEachJobAndPagedFromTheNewest() {
        begun(1, "a", NOON, SOME);
        begun(1, "b", NOON, NOTHING);
        begun(1, "c", NOON, SOME);
        begun(2, "other", NOON, SOME);

        List<Numbered> all = page(1, Long.MAX_VALUE, false, 10);
        assertEquals(List.of(3L, 2L, 1L), all.stream().map(Numbered::number).toList());
        assertEquals(
                List.of(true, false, false), all.stream().map(Numbered::newest).toList());
        assertEquals(List.of("b"), cycles(page(1, 3, false, 1)));
        assertEquals(1, page(2, Long.MAX_VALUE, false, 10).get(0).number());
    }

    @Test
    void whatEndedWithNothingToDoIsNotNotable() {
        for (String cycle : List.of("worked", "idle", "broken", "runs")) {
            begun(1, cycle, NOON, NOTHING);
        }
        ended(1, "worked", "Succeeded", SOME, false);
        ended(1, "idle", "Succeeded", NOTHING, false);
        ended(1, "broken", "Failed", NOTHING, true);

        assertEquals(List.of("runs", "broken", "worked"), cycles(page(1, Long.MAX_VALUE, true, 10)));
    }

    private static List<String> cycles(List<Numbered> page) {
        return page.stream().map(each -> each.run().cycleId()).toList();
    }

    @Test
    void whatBeganBeforeAMomentIsForgotten() {
        begun(1, "a", NOON, SOME);
        begun(1, "b", NOON.plusSeconds(60), SOME);
        assertFalse(anyBefore(NOON));
        assertTrue(anyBefore(NOON.plusSeconds(1)));

        store.write(tenant, session -> {
            CycleRuns.removeBefore(session, NOON.plusSeconds(60));
            return null;
        });

        assertEquals("b", only(1).cycleId());
    }

    private boolean anyBefore(Instant moment) {
        return store.read(tenant, session -> CycleRuns.anyBefore(session, moment));
    }
}
