package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a user is or is not in the target: each gate with the value that it met, in their order. */
class ExplainTest extends EngineTest {
    private static JsonNode gate(JsonNode told, String name) {
        return told.path("gates")
                .valueStream()
                .filter(each -> each.path("gate").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no gate " + name + " in " + told));
    }

    private static String met(JsonNode told, String name) {
        JsonNode gate = gate(told, name);
        return gate.path("met").asText() + ": " + gate.path("value").asText();
    }

    private static List<String> names(JsonNode told) {
        return told.path("gates")
                .valueStream()
                .map(each -> each.path("gate").asText())
                .toList();
    }

    private ObjectNode explain(Entity user) {
        return w.sync.explain(user);
    }

    private static String verdict(JsonNode told) {
        return told.path("verdict").asText();
    }

    @Test
    void whoIsCreatedPassesEveryGateInItsOrder() {
        w.sync.start();
        ObjectNode told = explain(w.ana);
        assertEquals(
                List.of(
                        "sourceRedemption",
                        "targetSynchronization",
                        "targetRedemption",
                        "job",
                        "kindOfUser",
                        "assignment",
                        "scopingFilter",
                        "match",
                        "mapping",
                        "export"),
                names(told));
        assertTrue(
                told.path("gates").valueStream().allMatch(each -> each.path("met")
                        .asBoolean()),
                told.toString());
        assertEquals("create", verdict(told));
        assertEquals("true: Active, NotRun", met(told, "job"));
        assertEquals("true: Member, internal", met(told, "kindOfUser"));
        assertEquals("true: assigned", met(told, "assignment"));
        assertEquals("true: no filter", met(told, "scopingFilter"));
        assertEquals("true: nobody in the target: a new user is made", met(told, "match"));
        assertEquals("true: evaluated", met(told, "mapping"));
        assertEquals("true: create", met(told, "export"));
        assertEquals(
                "{\"id\":\"" + w.ana.id() + "\",\"displayName\":\"ana\",\"userPrincipalName\":\""
                        + w.ana.text("userPrincipalName") + "\"}",
                told.path("user").toString());
        assertTrue(told.path("target").isNull());
        assertTrue(told.path("lastEntry").isNull());
        assertTrue(told.path("nextAttempt").isNull());
    }

    @Test
    void whoIsThereIsLinkedAndUpToDate() {
        w.sync.cycle();
        ObjectNode told = explain(w.ana);
        Entity target = w.target(w.ana);
        assertEquals("upToDate", verdict(told));
        assertEquals("true: linked to " + target.id(), met(told, "match"));
        assertEquals("true: the next cycle does not look at the user", met(told, "export"));
        assertEquals(target.id(), told.at("/target/id").asText());
        assertEquals("active", told.at("/target/state").asText());
        assertEquals(
                target.text("userPrincipalName"),
                told.at("/target/userPrincipalName").asText());
        assertEquals(
                Entries.newest(w.sync, w.ana).path("id").asText(),
                told.path("lastEntry").asText());

        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        assertEquals("update", verdict(explain(w.ana)));
        assertEquals("true: update", met(explain(w.ana), "export"));
    }

    @Test
    void anAssignmentTellsThroughWhatItComes() {
        Entity crew = w.alderwood.group("Crew", w.ana);
        w.sync.assign(crew);
        w.sync.start();
        List<String> through = gate(explain(w.ana), "assignment")
                .path("detail")
                .valueStream()
                .map(each -> each.path("type").asText() + " "
                        + each.path("displayName").asText())
                .sorted()
                .toList();
        assertEquals(List.of("Group Crew", "User ana"), through);
        Entity dia = w.alderwood.user("dia");
        assertEquals("false: not assigned", met(explain(dia), "assignment"));
        assertEquals(0, gate(explain(dia), "assignment").path("detail").size());
        assertEquals("skip", verdict(explain(dia)));
        w.sync.secret("SyncAll", "true");
        assertEquals("true: everyone, assigned or not", met(explain(dia), "assignment"));
        assertEquals("create", verdict(explain(dia)));
    }

    @Test
    void eachClauseTellsTheValueThatItMet() {
        w.sync.filter("department", "EQUALS", "Office");
        w.sync.start();
        ObjectNode told = explain(w.ana);
        assertEquals("false: not passed", met(told, "scopingFilter"));
        assertEquals(
                "[{\"clause\":\"department EQUALS 'Office'\",\"value\":\"Dock\",\"met\":false}]",
                gate(told, "scopingFilter").path("detail").toString());
        assertEquals("scopingFilter", names(told).get(names(told).size() - 1), "nobody comes behind it");
        w.alderwood.patch(w.ana, user -> user.set("department", "Office"));
        assertEquals("true: passed", met(explain(w.ana), "scopingFilter"));
    }

    @Test
    void theKindOfUserSaysAllThatSpeaksAgainstHim() {
        Entity guest =
                w.alderwood.user("gus", user -> user.set("userType", "Guest").set("accountEnabled", false));
        w.sync.assign(guest);
        w.sync.cycle();
        assertEquals("false: Guest, internal, disabled", met(explain(guest), "kindOfUser"));
        Entity there = w.birchline.externals().get(0);
        TestSync back = new TestSync(w, w.birchline, w.cedarhall);
        back.assign(there);
        back.start();
        assertEquals(
                "false: Member, from elsewhere, not let in by the filter of the mapping",
                met(back.explain(there), "kindOfUser"));
        w.alderwood.delete(w.ana, w.clock.now());
        assertEquals("false: Member, internal, disabled, deleted", met(explain(w.ana), "kindOfUser"));
        assertEquals("delete", verdict(explain(w.ana)));
        w.alderwood.purge(w.ana);
        assertEquals("false: gone from the source", met(explain(w.ana), "kindOfUser"));
        assertEquals("kindOfUser", names(explain(w.ana)).get(4));
        assertEquals(5, names(explain(w.ana)).size());
    }

    @Test
    void whoWouldFailIsToldAtTheGateThatStops() {
        w.birchline.user("desk", user -> user.set("mail", w.ana.text("mail")));
        w.sync.start();
        ObjectNode before = explain(w.ana);
        assertEquals("fail", verdict(before));
        assertEquals("match", names(before).get(7));
        assertTrue(met(before, "match").startsWith("false: "), before.toString());
        assertEquals(
                List.of("match", "mapping"),
                names(before).subList(7, names(before).size()));
        w.sync.cycle();
        ObjectNode after = explain(w.ana);
        assertEquals("fail", verdict(after));
        assertEquals(
                "2026-03-02T14:00:00Z",
                after.path("nextAttempt").asText(),
                "six hours on (provisioning-engine.md §1.6)");
    }

    @Test
    void aTargetThatForbidsInvitationsStopsTheExport() {
        w.birchline.write(session -> session.insert(
                Entity.of("authorizationPolicy", "authorizationPolicy").set("allowInvitesFrom", "none")));
        w.sync.start();
        ObjectNode told = explain(w.ana);
        assertEquals("fail", verdict(told));
        assertEquals("true: nobody in the target: a new user is made", met(told, "match"));
        assertTrue(met(told, "export").startsWith("false: Guest invitations not allowed"), told.toString());
    }

    @Test
    void anExpressionThatFailsStopsTheMapping() {
        w.sync.map(
                "jobTitle",
                "source",
                io.tenantry.format.Json.object()
                        .put("expression", "Left(\"x\", [city])")
                        .put("type", "Function"));
        w.alderwood.patch(w.ana, user -> user.set("city", "many"));
        w.sync.start();
        ObjectNode told = explain(w.ana);
        assertEquals("fail", verdict(told));
        assertTrue(
                met(told, "mapping").startsWith("false: ")
                        && met(told, "mapping").contains("jobTitle"),
                told.toString());
        assertEquals("mapping", names(told).get(names(told).size() - 1));
    }

    @Test
    void whomTheTargetDeletedStopsAtTheMatch() {
        w.sync.cycle();
        Entity target = w.target(w.ana);
        w.birchline.delete(target, w.clock.now());
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        ObjectNode told = explain(w.ana);
        assertEquals("skip", verdict(told));
        assertEquals("false: the object was deleted in the target and must be restored there", met(told, "match"));
        assertEquals("deleted", told.at("/target/state").asText());
    }

    @Test
    void whoIsDisabledAndNotThereIsNotMade() {
        Entity off = w.alderwood.user("off", user -> user.set("accountEnabled", false));
        w.sync.assign(off);
        w.sync.start();
        assertEquals("false: nobody in the target, and who is disabled is not made there", met(explain(off), "match"));
        assertEquals("skip", verdict(explain(off)));
    }

    @Test
    void deletionsThatAreHeldBackAndOperationsThatAreOffStopTheExport() {
        w.sync.changeMapping(mapping -> mapping.put("flowTypes", "Update, Delete"));
        w.sync.start();
        assertTrue(met(explain(w.ana), "export").startsWith("false: "));
        assertEquals("skip", verdict(explain(w.ana)));
        w.sync.changeMapping(mapping -> mapping.put("flowTypes", "Add, Update, Delete"));
        w.sync.cycle();
        w.alderwood.patch(w.ana, user -> user.set("accountEnabled", false));
        assertEquals("disable", verdict(explain(w.ana)));
        w.sync.deleteThreshold(1);
        w.alderwood.patch(w.ben, user -> user.set("accountEnabled", false));
        ObjectNode told = explain(w.ben);
        assertEquals("skip", verdict(told));
        assertTrue(met(told, "export").startsWith("false: The deletion of "), told.toString());
    }

    @Test
    void nobodyIsExplainedWhereAGateOfTheJobIsClosed() {
        assertEquals("blocked", verdict(explain(w.ana)));
        assertEquals("false: Disabled, Paused", met(explain(w.ana), "job"));
        w.sync.cycle();
        w.birchline.allowSyncFrom(w.alderwood, false);
        ObjectNode told = explain(w.ana);
        assertEquals("blocked", verdict(told));
        assertEquals(false, gate(told, "targetSynchronization").path("met").asBoolean());
        assertTrue(told.path("nextAttempt").isNull());
        w.sync.cycle();
        assertTrue(met(explain(w.ana), "job").endsWith("(EncounteredQuarantineException)"));
        assertTrue(explain(w.ana).path("nextAttempt").isTextual(), "when the job tries again");
        assertEquals(
                "unknown",
                w.explainer
                        .explain(w.alderwood.tenant, w.sync.jobId, "nobody")
                        .orElseThrow()
                        .path("verdict")
                        .asText());
        assertTrue(w.explainer.explain(w.alderwood.tenant, "none", w.ana.id()).isEmpty());
    }

    @Test
    void whoWasRemovedByTheEngineIsRestored() {
        w.sync.cycle();
        w.sync.unassign(w.ana);
        w.sync.cycle();
        assertEquals("skip", verdict(explain(w.ana)));
        w.sync.assign(w.ana);
        assertEquals("restore", verdict(explain(w.ana)));
        assertEquals("restore", explain(w.ana).path("verdict").asText());
        ObjectNode byName = w.explainer
                .explain(w.alderwood.tenant, w.sync.jobId, w.ana.text("userPrincipalName"))
                .orElseThrow();
        assertEquals(w.ana.id(), byName.at("/user/id").asText());
    }
}
