package io.tenantry.provisioning.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenantry.store.Entity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acceptance scenarios of provisioning-engine.md §19, played against the engine itself. */
class CycleTest {
    @TempDir
    Path folder;

    private World w;

    @BeforeEach
    void baseline() {
        w = World.baseline(folder);
    }

    @AfterEach
    void close() {
        w.close();
    }

    private static List<String> steps(Entity entry) {
        return entry.properties().path("provisioningSteps").findValuesAsText("name");
    }

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
    void updateFlows() {
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("department", "Office"));
        List<Entity> entries = w.sync.entriesOf(w.sync::cycle);
        assertEquals("Office", w.target(w.ben).text("department"));
        assertEquals(1, entries.size());
        JsonNode modified = entries.get(0).get("modifiedProperties").get(0);
        assertEquals("department", modified.get("displayName").asText());
        assertEquals("Dock", modified.get("oldValue").asText());
        assertEquals("Office", modified.get("newValue").asText());
    }

    @Test
    void nullDoesNotClear() {
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("department", (String) null).set("jobTitle", "Mate"));
        w.sync.cycle();
        assertEquals("Dock", w.target(w.ben).text("department"));
        assertEquals("Mate", w.target(w.ben).text("jobTitle"));
    }

    @Test
    void signInBlockedInTheTargetStaysUntilTheSourceChanges() {
        w.sync.cycle();
        w.birchline.patch(w.target(w.ana), ana -> ana.set("accountEnabled", false));
        w.sync.cycle();
        assertFalse(w.target(w.ana).flag("accountEnabled"));
        w.alderwood.patch(w.ana, ana -> ana.set("jobTitle", "Master"));
        w.sync.cycle();
        assertTrue(w.target(w.ana).flag("accountEnabled"));
    }

    @Test
    void userDisabledInTheSourceIsDisabledNotDeleted() {
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("accountEnabled", false));
        w.sync.cycle();
        assertFalse(w.target(w.ben).flag("accountEnabled"));
        assertEquals(List.of("create success", "update success"), w.sync.log(w.ben));
    }

    @Test
    void userDisabledBeforeLeavingTheGroupIsNotDeleted() {
        w.sync.unassign(w.ben);
        Entity crew = w.alderwood.group("Crew", w.ben);
        w.sync.assign(crew);
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("accountEnabled", false));
        w.sync.cycle();
        w.alderwood.leave(crew, w.ben);
        w.sync.cycle();
        assertFalse(w.target(w.ben).flag("accountEnabled"));
    }

    @Test
    void unassignedUserGoesToDeletedItems() {
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        w.sync.unassign(w.ben);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ben));
        assertEquals(List.of("create success", "delete success"), w.sync.log(w.ben));
        assertEquals("Active", w.sync.code());
    }

    @Test
    void unassigningAGroupRemovesItsMembers() {
        w.sync.unassign(w.ben, w.cho);
        Entity crew = w.alderwood.group("Crew", w.ben, w.cho);
        w.sync.assign(crew);
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        Entity cho = w.target(w.cho);
        w.sync.unassign(crew);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ben) && w.birchline.inBin(cho));
    }

    @Test
    void userDeletedInTheSourceGoesToDeletedItems() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.alderwood.delete(w.ana, w.clock.now());
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
    }

    @Test
    void userDeletedInTheSourceIsFoundByAnInitialCycleToo() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.alderwood.delete(w.ana, w.clock.now());
        w.alderwood.purge(w.ana);
        w.sync.restart();
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
    }

    @Test
    void leavingTheFilterDeletes() {
        w.sync.filter("department", "EQUALS", "Dock");
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        w.alderwood.patch(w.ben, user -> user.set("department", "Office"));
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ben));
        assertTrue(w.birchline.external(w.ana).isPresent());
    }

    @Test
    void comingBackWithinThirtyDaysRestores() {
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        w.sync.unassign(w.ben);
        w.sync.cycle();
        w.advance("P29D");
        w.sync.assign(w.ben);
        w.sync.cycle();
        assertEquals(ben.id(), w.target(w.ben).id());
        assertFalse(w.birchline.inBin(ben));
    }

    @Test
    void comingBackAfterThirtyDaysCreatesAnew() {
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        w.sync.unassign(w.ben);
        w.sync.cycle();
        w.advance("P31D");
        assertFalse(w.birchline.inBin(ben));
        w.sync.assign(w.ben);
        w.sync.cycle();
        assertNotEquals(ben.id(), w.target(w.ben).id());
    }

    @Test
    void membersOfNestedGroupsAreNotInScope() {
        w.sync.unassign(w.ana, w.ben, w.cho);
        Entity inner = w.alderwood.group("Inner", w.ben);
        w.sync.assign(w.alderwood.group("Outer", w.ana, inner));
        w.sync.cycle();
        assertEquals(1, w.birchline.externals().size());
        assertTrue(w.birchline.external(w.ana).isPresent());
    }

    @Test
    void userOfTwoGroupsStaysUntilTheLastIsLeft() {
        w.sync.unassign(w.ana);
        Entity first = w.alderwood.group("First", w.ana);
        Entity second = w.alderwood.group("Second", w.ana);
        w.sync.assign(first, second);
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.alderwood.leave(first, w.ana);
        w.sync.cycle();
        assertFalse(w.birchline.inBin(ana));
        w.alderwood.leave(second, w.ana);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
    }

    @Test
    void guestsAndExternalUsersAreSkipped() {
        Entity guest = w.alderwood.user("gus", user -> user.set("userType", "Guest"));
        TestSync other = new TestSync(w, w.cedarhall, w.alderwood);
        Entity uma = w.cedarhall.user("uma");
        other.assign(uma);
        other.cycle();
        Entity external = w.alderwood.external(uma).orElseThrow();
        w.sync.assign(guest, external);
        w.sync.cycle();
        assertEquals(3, w.birchline.externals().size());
        assertEquals(List.of("other skipped"), w.sync.log(guest));
        assertEquals(List.of("other skipped"), w.sync.log(external));
        assertTrue(w.sync.log().toString().length() > 0);
        boolean shown = w.sync.log().stream().anyMatch(entry -> entry.properties()
                .toString()
                .contains("Filter external users.alternativeSecurityIds EQUALS 'None'\\\":false"));
        assertTrue(shown);
    }

    @Test
    void syncAllTakesUnassignedMembers() {
        Entity dia = w.alderwood.user("dia");
        w.alderwood.user("gus", user -> user.set("userType", "Guest"));
        w.sync.secret("SyncAll", "true");
        w.sync.cycle();
        assertEquals(4, w.birchline.externals().size());
        w.sync.secret("SyncAll", "false");
        w.sync.cycle();
        assertTrue(w.birchline.external(dia).isPresent());
        w.sync.restart();
        w.sync.cycle();
        assertTrue(w.birchline.external(dia).isEmpty());
    }

    @Test
    void redeemedGuestIsTakenOver() {
        TestSync former = new TestSync(w, w.alderwood, w.birchline);
        former.assign(w.ana);
        former.cycle();
        Entity guest = w.target(w.ana);
        w.birchline.patch(guest, user -> user.set("userType", "Guest").set("displayName", "A."));
        w.sync.cycle();
        assertEquals(guest.id(), w.target(w.ana).id());
        assertEquals("Guest", w.target(w.ana).text("userType"));
        assertEquals("ana", w.target(w.ana).text("displayName"));
        assertEquals(List.of("update success"), w.sync.log(w.ana));
        w.sync.map("userType", "flowType", new TextNode("Always"));
        w.sync.cycle();
        assertEquals("Member", w.target(w.ana).text("userType"));
    }

    @Test
    void pendingGuestKeepsItsNameUntilARestart() {
        Entity dia = w.alderwood.user("dia", user -> user.set("mail", "dia.reis@alderwood.example"));
        w.sync.cycle();
        Entity guest = w.birchline.user("guest", user -> user.set("mail", "dia.reis@alderwood.example")
                .set("proxyAddresses", List.of("SMTP:dia.reis@alderwood.example"))
                .set("userPrincipalName", "dia.reis_alderwood.example#EXT#@birchline.onmicrosoft.com")
                .set("creationType", "Invitation")
                .set("userType", "Guest")
                .set("externalUserState", "PendingAcceptance"));
        w.sync.assign(dia);
        w.sync.cycle();
        Entity joined = w.birchline.live(guest.id()).orElseThrow();
        assertEquals(guest.text("userPrincipalName"), joined.text("userPrincipalName"));
        assertEquals("Accepted", joined.text("externalUserState"));
        w.sync.restart();
        w.sync.cycle();
        assertEquals(guest.id(), w.target(dia).id());
    }

    @Test
    void internalUserWithTheAddressStandsInTheWay() {
        Entity desk = w.birchline.user("desk", user -> user.set("mail", w.ben.text("mail")));
        ObjectNode execution = w.sync.cycle();
        assertEquals("EntryLevelErrors", execution.get("state").asText());
        assertEquals(1, execution.get("countEscrowed").asInt());
        assertEquals(List.of("create failure"), w.sync.log(w.ben));
        w.birchline.purge(desk);
        w.advance("PT5H59M");
        assertTrue(w.birchline.external(w.ben).isEmpty());
        w.advance("PT1H");
        assertTrue(w.birchline.external(w.ben).isPresent());
        assertEquals(
                0, w.sync.status().path("lastExecution").path("countEscrowed").asInt());
    }

    @Test
    void managersArriveWhicheverComesFirst() {
        w.alderwood.manager(w.ben, w.ana);
        w.alderwood.manager(w.ana, w.cho);
        w.alderwood.manager(w.cho, w.ben);
        w.sync.cycle();
        for (List<Entity> pair : List.of(List.of(w.ben, w.ana), List.of(w.ana, w.cho), List.of(w.cho, w.ben))) {
            List<String> managers = w.birchline.read(
                    session -> session.targets("manager", w.target(pair.get(0)).id()));
            assertEquals(List.of(w.target(pair.get(1)).id()), managers);
        }
    }

    @Test
    void managerWhoComesLaterArrivesWithTheRestart() {
        Entity eli = w.alderwood.user("eli");
        w.alderwood.manager(w.ben, eli);
        w.sync.cycle();
        assertEquals(List.of("create warning"), w.sync.log(w.ben));
        w.sync.assign(eli);
        w.sync.cycle();
        assertEquals(
                List.of(),
                w.birchline.read(s -> s.targets("manager", w.target(w.ben).id())));
        w.sync.restart(Set.of(RestartScope.WATERMARK));
        w.sync.cycle();
        assertEquals(
                List.of(w.target(eli).id()),
                w.birchline.read(s -> s.targets("manager", w.target(w.ben).id())));
        assertEquals(List.of("create warning", "update success"), w.sync.log(w.ben));
    }

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

    @Test
    void userDeletedByTheTargetsAdministratorIsNotRestored() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.birchline.delete(ana, w.clock.now());
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
        assertTrue(w.birchline.external(w.ana).isEmpty());
    }

    @Test
    void lostAnchorFailsUntilTheRestart() {
        w.sync.cycle();
        w.birchline.purge(w.target(w.ana));
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertEquals(List.of("create success", "update failure"), w.sync.log(w.ana));
        w.sync.restart();
        w.sync.cycle();
        assertTrue(w.birchline.external(w.ana).isPresent());
    }
}
