package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.tenantry.error.GraphError;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.ondemand.OnDemand;
import io.tenantry.store.Entity;
import io.tenantry.world.CycleControl.Ran;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who runs what when. */
class SchedulerTest extends EngineTest {
    @Test
    void nothingRunsByItselfWhileTheClockStandsStill() throws Exception {
        w.sync.start();
        w.wake();
        assertEquals("NotRun", w.sync.code());
    }

    @Test
    void aStartedJobRunsAtOnceWhileTheClockRuns() throws Exception {
        w.clock.set(World.BEGIN, false);
        w.sync.start();
        w.wake();
        assertEquals("Active", w.sync.code());
    }

    @Test
    void aJobThatIsNotThereOrNotStartedDoesNotRun() {
        assertEquals(404, run("nosuch").status());
        assertEquals(409, run(w.sync.jobId).status());
    }

    @Test
    void onceTheServerStopsNothingIsDone() throws Exception {
        w.alderwood.delete(w.cho, World.BEGIN.minus(Duration.ofDays(31)));
        w.clock.set(World.BEGIN, false);
        w.sync.start();
        w.scheduler.stop(new ShutdownEvent());
        w.scheduler.tick();
        assertTrue(w.alderwood.inBin(w.cho));
        assertEquals("NotRun", w.sync.code());
    }

    @Test
    void timeGoesNoFurtherThanCyclesCanFollow() {
        w.sync.start();
        GraphError refused =
                assertThrows(GraphError.class, () -> w.scheduler.advanceTo(World.BEGIN.plus(Duration.ofDays(36_000))));
        assertEquals(400, refused.status());
        assertEquals(World.BEGIN, w.clock.now());
        assertEquals("NotRun", w.sync.code());

        w.sync.pause();
        w.scheduler.advanceTo(World.BEGIN.plus(Duration.ofDays(36_000)));
        assertEquals(World.BEGIN.plus(Duration.ofDays(36_000)), w.clock.now());
    }

    private GraphError run(String jobId) {
        return assertThrows(GraphError.class, () -> w.scheduler.runNow(w.alderwood.tenant, jobId));
    }

    @Test
    void eightRunsAtOnceCreateEveryoneOnce() throws Exception {
        w.sync.start();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CyclicBarrier barrier = new CyclicBarrier(8);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            runs.add(threads.submit(() -> {
                barrier.await();
                return w.scheduler.runNow(w.alderwood.tenant, w.sync.jobId);
            }));
        }
        for (Future<?> run : runs) {
            run.get();
        }
        threads.shutdown();
        assertEquals(3, w.birchline.externals().size());
        assertEquals(List.of("create success"), w.sync.log(w.ana));
    }

    @Test
    void theClockEndsWhereItWasSentAndKeepsItsState() {
        w.advance("PT1H");
        assertEquals(World.BEGIN.plusSeconds(3600), w.clock.now());
        assertTrue(w.clock.frozen());
    }

    @Test
    void whatRanOnTheWayIsToldJobByJob() {
        assertEquals(Optional.empty(), w.scheduler.nextRun());
        assertEquals(List.of(), w.scheduler.advanceTo(World.BEGIN.plusSeconds(3600)));
        w.sync.start();
        Ran ran = w.scheduler.advanceTo(World.BEGIN.plusSeconds(3 * 3600)).get(0);
        assertEquals(w.sync.jobId, ran.jobId());
        assertEquals(3, ran.exported());
        assertEquals(4, ran.cycles()); // at once, then every 40 minutes
        assertEquals(Optional.of(World.BEGIN.plusSeconds(3600).plus(Duration.ofMinutes(160))), w.scheduler.nextRun());
    }

    @Test
    void aCycleThatWasInterruptedByAResetEnds() {
        w.sync.start();
        w.scheduler.exclusively(() -> w.alderwood.patch(w.ana, ana -> ana.set("city", "Faro")));
        w.sync.cycle();
        assertEquals("Faro", w.target(w.ana).text("city"));
    }

    @Test
    void onDemandRunsCreateAndSkipLikeCycles() {
        OnDemand.Result.Done created = onDemand(w.ana);
        assertEquals(
                "create", created.entries().get(0).get("provisioningAction").asText());
        assertEquals(
                "other",
                onDemand(w.ana).entries().get(0).get("provisioningAction").asText());
        assertTrue(onDemand(w.ana).entries().get(0).toString().contains("RedundantExport"));
        Entity eli = w.alderwood.user("eli");
        assertTrue(onDemand(eli).entries().get(0).toString().contains("NotEffectivelyEntitled"));
        assertFalse(w.birchline.external(eli).isPresent());
        assertEquals("Paused", w.sync.code());
    }

    private OnDemand.Result.Done onDemand(Entity user) {
        return (OnDemand.Result.Done) w.store.write(
                w.alderwood.tenant,
                session -> w.onDemand.provision(
                        session,
                        w.sync.jobId,
                        w.sync.servicePrincipal,
                        new OnDemand.Subject(ObjectType.USER, user.id(), List.of()),
                        w.clock.now()));
    }
}
