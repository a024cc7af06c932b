package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.provisioning.cycle.QuarantineOnDemand;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.provisioning.status.QuarantineReason;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures that put a job into quarantine, and what leads out of it (provisioning-engine.md §1.6 to §1.8). */
class QuarantineTest extends EngineTest {
    private final List<Entity> blocking = new ArrayList<>();

    /** New users in scope, each with an internal user of the target that stands in its way. */
    private Entity[] blocked(String... names) {
        return Arrays.stream(names)
                .map(name -> {
                    Entity user = w.alderwood.user(name);
                    blocking.add(w.birchline.user("desk-" + name, desk -> desk.set("mail", user.text("mail"))));
                    w.sync.assign(user);
                    return user;
                })
                .toArray(Entity[]::new);
    }

    private void fine(String... names) {
        for (String name : names) {
            w.sync.assign(w.alderwood.user(name));
        }
    }

    private void mend() {
        blocking.forEach(w.birchline::purge);
        blocking.clear();
    }

    private String reason() {
        return w.sync.status().path("quarantine").path("reason").asText();
    }

    private String schedule() {
        return w.sync.job().properties().path("schedule").path("state").asText();
    }

    @Test
    void failuresAreCountedAgainstWhatTheCycleTouched() {
        w.limits(2, 0.4, 40_000, 60_000);
        w.sync.cycle();
        fine("dia", "eli", "fay");
        blocked("gil", "hal");
        w.sync.cycle();
        assertEquals("Active", w.sync.code(), "2 of 5 are just 40 %");
        fine("ida", "jon");
        blocked("kim", "lou");
        w.sync.cycle();
        assertEquals("Quarantine", w.sync.code(), "2 of 4");
        assertEquals("EncounteredEscrowProportionThreshold", reason());
        assertEquals(
                "EntryLevelErrors",
                w.sync.status().path("lastExecution").path("state").asText());
    }

    @Test
    void fewerFailuresThanTheMinimumAreNotLookedAt() {
        w.limits(2, 0.4, 40_000, 60_000);
        w.sync.cycle();
        blocked("gil");
        w.sync.cycle();
        blocked("hal");
        w.sync.cycle();
        assertEquals("Active", w.sync.code(), "one each");
    }

    @Test
    void moreFailuresThanTheBaseQuarantineWhateverTheirProportion() {
        w.limits(100, 0.4, 2, 60_000);
        w.sync.cycle();
        blocked("gil", "hal");
        w.sync.cycle();
        assertEquals("Active", w.sync.code());
        blocked("ida");
        w.sync.cycle();
        assertEquals("EncounteredBaseEscrowThreshold", reason());
    }

    @Test
    void referencesThatCannotBeResolvedCountTowardsTheTotal() {
        w.limits(100, 0.4, 100, 2);
        w.sync.cycle();
        Entity zoe = w.alderwood.user("zoe");
        blocked("gil");
        w.alderwood.manager(w.ana, zoe);
        w.alderwood.manager(w.ben, zoe);
        w.sync.cycle();
        assertEquals("EncounteredTotalEscrowThreshold", reason());
    }

    private void quarantined() {
        w.limits(2, 0.4, 40_000, 60_000);
        w.sync.cycle();
        blocked("gil", "hal");
        w.sync.cycle();
        assertEquals("Quarantine", w.sync.code());
    }

    @Test
    void quarantineLastsWhileNoFailureIsMended() {
        quarantined();
        w.advance("PT5H");
        assertEquals("Quarantine", w.sync.code());
        JsonNode quarantine = w.sync.status().get("quarantine");
        assertEquals(3, quarantine.path("seriesCount").asInt(), "after 5 and 40 minutes and 2 hours");
        assertEquals("2026-03-02T08:00:00Z", quarantine.path("seriesBegan").asText());
        assertEquals("2026-03-02T10:00:00Z", quarantine.path("currentBegan").asText());
        assertEquals("2026-03-02T14:00:00Z", quarantine.path("nextAttempt").asText());
        w.advance("P3D");
        assertEquals(2, w.sync.entriesOf(() -> w.advance("P1D")).size(), "each is tried daily");
    }

    @Test
    void aRetryThatSucceedsEndsTheQuarantine() {
        quarantined();
        mend();
        w.advance("PT5H");
        assertEquals("Quarantine", w.sync.code(), "nothing was tried again yet");
        w.advance("PT1H");
        assertEquals("Active", w.sync.code());
        assertTrue(w.sync.status().path("quarantine").isNull());
        assertEquals(
                0, w.sync.status().path("lastExecution").path("countEscrowed").asInt());
    }

    @Test
    void escrowsThatAreForgottenEndIt() {
        quarantined();
        w.sync.restart(Set.of(RestartScope.ESCROWS));
        assertEquals("Quarantine", w.sync.code());
        w.sync.cycle();
        assertEquals("Active", w.sync.code());
        List<Entity> later = w.sync.entriesOf(() -> w.advance("P2D"));
        assertEquals(List.of(), later, "they are not tried again");
    }

    @Test
    void whatWasLiftedComesBackWhileTheCauseStays() {
        quarantined();
        w.sync.restart(Set.of(RestartScope.QUARANTINE_STATE));
        assertEquals("Active", w.sync.code());
        w.sync.cycle();
        assertEquals("Active", w.sync.code());
        w.advance("PT7H");
        assertEquals("Quarantine", w.sync.code());
        assertEquals(
                "2026-03-02T14:00:00Z",
                w.sync.status().path("quarantine").path("seriesBegan").asText());
    }

    @Test
    void afterFourWeeksTheJobIsDisabledAndItsFailuresAreDropped() {
        quarantined();
        w.advance("P27D");
        assertEquals("Active", schedule());
        w.advance("P1D");
        assertEquals("Disabled Quarantine", schedule() + " " + w.sync.code());
        assertEquals(List.of(), w.sync.entriesOf(() -> w.advance("P1D")));
        w.sync.start();
        w.sync.cycle();
        assertEquals("Active", w.sync.code());
        assertEquals(
                0, w.sync.status().path("lastExecution").path("countEscrowed").asInt());
    }

    @Test
    void aSingleFailureIsTriedForFourWeeksAndTheJobGoesOn() {
        w.sync.cycle();
        Entity gil = blocked("gil")[0];
        w.sync.cycle();
        w.advance("P28D");
        int tries = w.sync.log(gil).size();
        assertEquals(1 + 3 + 27, tries, "at first, after 6, 12 and 24 hours, then daily");
        w.advance("P1D");
        assertEquals(tries, w.sync.log(gil).size());
        assertEquals("Active", w.sync.code());
    }

    @Test
    void anInitialCycleDropsItsFailuresAndWaits() {
        w.limits(2, 0.4, 40_000, 60_000);
        blocked("gil", "hal", "ida");
        w.sync.cycle();
        assertEquals("Paused Paused", schedule() + " " + w.sync.code());
        assertTrue(w.sync.status().path("escrowsPruned").asBoolean());
        assertTrue(w.sync.status().path("quarantine").isNull());
        mend();
        w.sync.restart();
        w.sync.cycle();
        assertEquals("Active", w.sync.code());
        assertFalse(w.sync.status().path("escrowsPruned").asBoolean());
    }

    @Test
    void aCycleWithFailuresIsNotTheLastSuccessfulOne() {
        w.sync.cycle();
        JsonNode successful = w.sync.status().get("lastSuccessfulExecution");
        blocked("gil");
        w.sync.cycle();
        assertEquals(successful, w.sync.status().get("lastSuccessfulExecution"));
        assertEquals("Active", w.sync.code());
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_DEMAND", "INGESTION", "UNKNOWN"})
    void theServiceMayImposeItAndACycleThatGoesWellLiftsIt(QuarantineReason reason) {
        QuarantineOnDemand service = new QuarantineOnDemand(w.store, w.clock, w.config(), w.outbox);
        w.sync.cycle();
        service.impose(w.alderwood.tenant, w.sync.jobId, reason);
        assertEquals("Quarantine", w.sync.code());
        assertEquals(reason.wireName(), reason());
        assertEquals(List.of(reason.wireName() + ": " + reason.message()), w.alderwood.auditReasons("Quarantine"));
        w.advance("PT6M");
        assertEquals("Active", w.sync.code(), "it was tried after five minutes");
        w.sync.pause();
        assertEquals(
                409,
                assertThrows(GraphError.class, () -> service.impose(w.alderwood.tenant, w.sync.jobId, reason))
                        .status());
    }

    @Test
    void linksThatAreForgottenAreFoundInTheNextCycle() {
        w.sync.cycle();
        w.sync.restart(Set.of(RestartScope.CONNECTOR_DATA_STORE));
        assertEquals(3, w.sync.cycle().get("countImported").asInt());
        assertEquals(
                3,
                w.sync.status()
                        .path("synchronizedEntryCountByType")
                        .path(0)
                        .path("value")
                        .asInt());
        w.sync.unassign(w.ana);
        w.sync.cycle();
        assertTrue(w.birchline.external(w.ana).isEmpty());
    }
}
