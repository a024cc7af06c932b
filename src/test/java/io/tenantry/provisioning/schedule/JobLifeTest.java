package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Life of a job: cycles, pause, restart (provisioning-engine.md §19, A01 to A03, A43, A44). */
class JobLifeTest extends EngineTest {
    @Test
    void firstCycleCreates() {
        ObjectNode execution = w.sync.cycle();
        for (Entity user : List.of(w.ana, w.ben, w.cho)) {
            Entity made = w.target(user);
            assertEquals(
                    user.text("displayName") + "_alderwood.onmicrosoft.com#EXT#@birchline.onmicrosoft.com",
                    made.text("userPrincipalName"));
            assertEquals("Member", made.text("userType"));
            assertTrue(made.flag("accountEnabled") && made.flag("showInAddressList"));
            assertEquals("Accepted", made.text("externalUserState"));
            assertEquals(user.text("mail"), made.text("mail"));
            assertEquals("Dock", made.text("department"));
            assertEquals(List.of("create success"), w.sync.log(user));
        }
        assertEquals(
                List.of("EntryImportAdd", "EntrySynchronizationScoping", "EntrySynchronizationAdd", "EntryExportAdd"),
                steps(w.sync.log().get(0)));
        assertEquals("Active", w.sync.code());
        assertEquals("Succeeded", execution.get("state").asText());
        JsonNode entries = w.sync.status().path("synchronizedEntryCountByType").path(0);
        assertEquals(3, entries.path("value").asInt());
    }

    @Test
    void jobBeforeAndAfterStart() {
        assertEquals("Paused", w.sync.code());
        assertTrue(w.sync.status().path("lastExecution").isNull());
        w.sync.start();
        assertEquals("NotRun", w.sync.code());
        assertEquals(
                "Failed", w.sync.status().path("lastExecution").path("state").asText());
        w.sync.cycle();
        assertEquals("Active", w.sync.code());
    }

    @Test
    void idleCycleLeavesNothing() {
        w.sync.cycle();
        List<String> audits = w.birchline.audits();
        int log = w.sync.log().size();
        assertEquals(0, w.sync.cycle().get("countExported").asInt());
        assertEquals(audits, w.birchline.audits());
        assertEquals(log, w.sync.log().size());
    }

    @Test
    void pausedJobDoesNotRunAndGoesOnIncrementally() {
        for (int i = 0; i < 30; i++) {
            w.alderwood.user("idle" + i);
        }
        w.sync.cycle();
        w.sync.pause();
        w.alderwood.patch(w.ana, ana -> ana.set("city", "Faro"));
        JsonNode last = w.sync.status().get("lastExecution");
        w.advance("PT80M");
        assertEquals(last, w.sync.status().get("lastExecution"));
        assertEquals("Paused", w.sync.code());
        w.sync.start();
        assertTrue(w.sync.cycle().get("countImported").asInt() < 10);
        assertEquals("Faro", w.target(w.ana).text("city"));
    }

    @Test
    void restartKeepsLinksAndBringsTheSourcesValuesBack() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.birchline.patch(ana, user -> user.set("displayName", "A. R."));
        w.sync.restart(Set.of(RestartScope.WATERMARK));
        w.sync.cycle();
        assertEquals(ana.id(), w.target(w.ana).id());
        assertEquals("ana", w.target(w.ana).text("displayName"));
        assertEquals(List.of("create success", "other skipped"), w.sync.log(w.ben));
    }

    @Test
    void forgottenLinksAreMatchedAfresh() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.sync.restart(RestartScope.parse("Full").orElseThrow());
        w.sync.cycle();
        assertEquals(ana.id(), w.target(w.ana).id());
        assertEquals(3, w.birchline.externals().size());
        assertEquals(
                3,
                w.sync.status()
                        .path("synchronizedEntryCountByType")
                        .path(0)
                        .path("value")
                        .asInt());
    }

    @Test
    void cyclesComeEveryFortyMinutes() {
        w.sync.start();
        w.advance("PT0S");
        assertTrue(w.birchline.external(w.ana).isPresent());
        w.alderwood.patch(w.ana, ana -> ana.set("city", "Faro"));
        w.advance("PT39M");
        assertEquals(null, w.target(w.ana).text("city"));
        w.advance("PT1M");
        assertEquals("Faro", w.target(w.ana).text("city"));
        assertEquals(
                "2026-03-02T08:40:00Z",
                w.sync.status().path("lastExecution").path("timeEnded").asText());
    }

    private static List<String> steps(Entity entry) {
        return entry.properties().path("provisioningSteps").findValuesAsText("name");
    }
}
