package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policies, quarantine, accidental-deletion prevention (provisioning-engine.md §19, A38 to A42). */
class SafeguardsTest extends EngineTest {
    @Test
    void closedPolicyQuarantinesAndOpensAgain() {
        w.sync.cycle();
        w.birchline.allowSyncFrom(w.alderwood, false);
        w.alderwood.patch(w.ana, ana -> ana.set("city", "Faro"));
        assertEquals("Failed", w.sync.cycle().get("state").asText());
        assertEquals("Quarantine", w.sync.code());
        assertEquals(
                "EncounteredQuarantineException",
                w.sync.status().path("quarantine").path("reason").asText());
        w.birchline.allowSyncFrom(w.alderwood, true);
        w.advance("PT25H");
        assertEquals("Active", w.sync.code());
        assertTrue(w.sync.status().path("quarantine").isNull());
        assertEquals("Faro", w.target(w.ana).text("city"));
    }

    @Test
    void closedPolicyForFourWeeksDisablesTheJob() {
        w.sync.cycle();
        w.birchline.allowSyncFrom(w.alderwood, false);
        w.advance("P30D");
        assertEquals(
                "Disabled",
                w.sync.job().properties().path("schedule").path("state").asText());
        assertEquals("Quarantine", w.sync.code());
    }

    private List<Entity> heldDeletions() {
        w.sync.deleteThreshold(2);
        w.sync.cycle();
        List<Entity> made = List.of(w.target(w.ana), w.target(w.ben), w.target(w.cho));
        w.sync.unassign(w.ana, w.ben, w.cho);
        w.sync.cycle();
        assertEquals(List.of("create success", "stagedDelete skipped"), w.sync.log(w.ana));
        assertEquals("Quarantine", w.sync.code());
        assertEquals(
                "TooManyDeletes",
                w.sync.status().at("/lastExecution/error/code").asText());
        assertTrue(w.sync.status().at("/lastSuccessfulExecution/error").isNull());
        assertTrue(made.stream().noneMatch(w.birchline::inBin));
        return made;
    }

    @Test
    void deletionsAboveTheThresholdAreHeldUntilForced() {
        List<Entity> made = heldDeletions();
        assertTrue(w.alderwood.audits().contains("quarantine"));
        w.sync.restart(Set.of(RestartScope.FORCE_DELETES));
        w.sync.cycle();
        assertTrue(made.stream().allMatch(w.birchline::inBin));
        assertEquals("Active", w.sync.code());
    }

    /** Full forgets links and does not force deletions: none of it is made, and none forgotten (provisioning-engine.md §1.8, §7). */
    @Test
    void heldDeletionsOutlastForgottenLinks() {
        List<Entity> made = heldDeletions();
        w.sync.restart(RestartScope.parse("Full").orElseThrow());
        w.sync.cycle();
        assertTrue(made.stream().noneMatch(w.birchline::inBin));
        assertEquals("Quarantine", w.sync.code());
        assertEquals(
                3, w.sync.status().at("/synchronizedEntryCountByType/0/value").asInt());
        w.sync.restart(RestartScope.parse("Full, ForceDeletes").orElseThrow());
        w.sync.cycle();
        assertTrue(made.stream().allMatch(w.birchline::inBin));
        assertEquals("Active", w.sync.code());
    }

    @Test
    void heldDeletionsAreDroppedWhenTheUsersComeBack() {
        List<Entity> made = heldDeletions();
        w.sync.assign(w.ana, w.ben, w.cho);
        w.sync.restart();
        w.sync.cycle();
        assertTrue(made.stream().noneMatch(w.birchline::inBin));
        assertEquals("Active", w.sync.code());
    }

    @Test
    void asManyDeletionsAsTheThresholdAreMade() {
        w.sync.deleteThreshold(2);
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.sync.unassign(w.ana, w.ben);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
        assertEquals("Active", w.sync.code());
    }
}
