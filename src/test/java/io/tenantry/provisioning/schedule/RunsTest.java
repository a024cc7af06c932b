package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.audit.ProvisioningLogEntry.Result;
import io.tenantry.provisioning.cycle.Cycle;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.status.CycleRun;
import io.tenantry.provisioning.status.CycleRuns;
import io.tenantry.provisioning.status.CycleRuns.Numbered;
import io.tenantry.store.Entity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is kept of each cycle of a job. */
class RunsTest extends EngineTest {
    private List<Numbered> page(long before, boolean notable, int most) {
        return w.alderwood.read(session -> new CycleRuns(
                        session,
                        SyncJobs.find(session, w.sync.jobId).orElseThrow().number())
                .page(before, notable, most));
    }

    private List<CycleRun> runs() {
        return page(Long.MAX_VALUE, false, 100).stream().map(Numbered::run).toList();
    }

    /** The log's own account of a cycle. */
    private Map<Result, Long> logged(String cycleId) {
        return w.sync.log().stream()
                .filter(entry -> entry.text("cycleId").equals(cycleId))
                .map(entry -> ProvisioningLogEntry.of(entry).result())
                .collect(Collectors.groupingBy(each -> each, () -> new EnumMap<>(Result.class), Collectors.counting()));
    }

    private static Map<Result, Long> told(CycleRun run) {
        Map<Result, Long> counts = new EnumMap<>(run.counts());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    @Test
    void aCycleCountsWhatItsLogEntriesSay() {
        Entity dia = w.alderwood.user("dia");
        w.birchline.user("desk", desk -> desk.set("mail", dia.text("mail")));
        w.sync.assign(dia);
        w.sync.cycle();
        w.alderwood.patch(w.ana, user -> user.set("displayName", "Ana Reis"));
        w.alderwood.patch(w.ben, user -> user.set("accountEnabled", false));
        w.sync.unassign(w.cho);
        w.sync.cycle();
        List<CycleRun> runs = runs();
        assertEquals(2, runs.size());
        assertTrue(runs.get(1).initial());
        for (CycleRun run : runs) {
            assertEquals(logged(run.cycleId()), told(run));
        }
        assertEquals(3, told(runs.get(1)).get(Result.CREATE));
        assertEquals(1, told(runs.get(1)).get(Result.FAIL));
        assertEquals(Optional.of("EntryLevelErrors"), runs.get(1).state());
    }

    @Test
    void anEntryThatIsContinuedIsCountedAsWhatItBecomes() {
        w.sync.cycle();
        w.alderwood.manager(w.ana, w.ben);
        w.sync.cycle();
        w.sync.withGroups();
        Entity group = w.alderwood.group("crew", w.ana, w.ben);
        w.sync.assign(group);
        w.sync.cycle();
        for (CycleRun run : runs()) {
            assertEquals(logged(run.cycleId()), told(run));
        }
    }

    @Test
    void deletionsThatAreHeldBackAreCountedAsSuch() {
        w.sync.deleteThreshold(1);
        w.sync.cycle();
        w.sync.unassign(w.ana, w.ben);
        w.sync.cycle();
        assertEquals(Map.of(Result.STAGED_DELETE, 2L), told(runs().get(0)));
        assertEquals("TooManyDeletes", runs().get(0).error().path("code").asText());
    }

    @Test
    void aCycleThatCouldNotBeginIsOneToo() {
        w.birchline.allowSyncFrom(w.alderwood, false);
        w.sync.cycle();
        CycleRun run = runs().get(0);
        assertEquals(Optional.of("Failed"), run.state());
        assertEquals(
                "AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure",
                run.error().path("code").asText());
        assertEquals(0, run.entries());
        assertEquals(1, page(Long.MAX_VALUE, true, 100).size());
    }

    @Test
    void cyclesThatFoundNothingToDoCanBeLeftOut() {
        w.sync.cycle();
        w.advance("PT3H");
        assertTrue(runs().size() > 4);
        assertEquals(1, page(Long.MAX_VALUE, true, 100).size());
        List<Numbered> first = page(Long.MAX_VALUE, false, 2);
        assertTrue(first.get(0).newest());
        List<Numbered> second = page(first.get(1).number(), false, 2);
        assertEquals(first.get(1).number() - 1, second.get(0).number());
        assertTrue(!second.get(0).newest());
    }

    @Test
    void aCycleThatOnlyHasFailuresOfBeforeFoundNothingToDo() {
        Entity dia = w.alderwood.user("dia");
        w.birchline.user("desk", desk -> desk.set("mail", dia.text("mail")));
        w.sync.assign(dia);
        w.sync.cycle();
        w.sync.cycle();
        assertEquals(2, runs().size());
        assertEquals(1, page(Long.MAX_VALUE, true, 100).size());
    }

    @Test
    void aCycleUnderWayShowsWhatHasComeOfIt() {
        w.sync.start();
        Cycle cycle = w.cycle(new TestConfig(2, () -> w.limits));
        w.store.writeAll(registry -> cycle.batch(registry, w.clock.now()));
        CycleRun run = runs().get(0);
        assertEquals(Optional.empty(), run.ended());
        assertEquals(logged(run.cycleId()), told(run));
        w.sync.restart(Set.of(RestartScope.WATERMARK));
        w.sync.cycle();
        assertEquals(Optional.empty(), runs().get(1).ended(), "given up by the restart");
        assertEquals(2, runs().size());
    }

    @Test
    void cyclesAreKeptAsLongAsTheLog() {
        w.sync.cycle();
        w.sync.pause();
        w.advance("P30D");
        assertEquals(1, runs().size());
        w.advance("PT1S");
        assertEquals(0, runs().size());
    }
}
