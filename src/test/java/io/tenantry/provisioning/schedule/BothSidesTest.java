package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.plan.BothSides;
import io.tenantry.store.Entity;
import org.junit.jupiter.api.Test;

/** A user of the source beside that of the target, attribute by attribute, whatever the next cycle looks at. */
class BothSidesTest extends EngineTest {
    private JsonNode compared(String user) {
        return new BothSides(w.store, w.contexts)
                .of(w.alderwood.tenant, w.sync.jobId, user)
                .orElseThrow();
    }

    private JsonNode compared(Entity user) {
        return compared(user.id());
    }

    /** State, what is made and what is held. */
    private static String side(JsonNode compared, String name) {
        return compared.path("attributes")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .map(each -> each.path("state").asText() + " "
                        + each.path("made").asText() + " " + each.path("held").asText())
                .findFirst()
                .orElseThrow();
    }

    private static String reason(JsonNode compared, String name) {
        return compared.path("attributes")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .map(each -> each.path("reason").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsNotThereYetIsShownAsHeWouldBeMade() {
        JsonNode ana = compared(w.ana.text("userPrincipalName"));
        assertEquals("new Dock null", side(ana, "department"));
        assertEquals("new True null", side(ana, "accountEnabled"));
        assertEquals(
                "new ana_alderwood.onmicrosoft.com#EXT#@birchline.onmicrosoft.com null",
                side(ana, "userPrincipalName"));
        assertEquals("same null null", side(ana, "city"));
        assertEquals("Dock", ana.at("/read/department").asText());
        assertEquals(w.ana.id(), ana.at("/user/id").asText());
        assertTrue(ana.path("target").isNull() && ana.path("link").isNull());
    }

    @Test
    void whatDiffersIsWrittenUnlessAnUpdateLeavesIt() {
        w.sync.cycle();
        assertEquals("linked", compared(w.ana).path("link").asText());
        assertEquals("same Dock Dock", side(compared(w.ana), "department"));
        w.birchline.patch(
                w.target(w.ana),
                user -> user.set("department", "Office").set("city", "Faro").set("userType", "Guest"));
        JsonNode ana = compared(w.ana);
        assertEquals("differs Dock Office", side(ana, "department"));
        assertEquals("kept null Faro", side(ana, "city"), "null never clears");
        assertEquals("kept Member Guest", side(ana, "userType"), "given at creation only");
        assertEquals(w.target(w.ana).id(), ana.at("/target/id").asText());
    }

    @Test
    void aDefaultStandsWhereACreationTakesItAndNotInAnUpdate() {
        w.sync.map("jobTitle", "defaultValue", Json.MAPPER.getNodeFactory().textNode("Mate"));
        assertEquals("new Mate null", side(compared(w.ana), "jobTitle"));
        w.sync.cycle();
        w.birchline.patch(w.target(w.ana), user -> user.set("jobTitle", "Cook"));
        assertEquals("kept null Cook", side(compared(w.ana), "jobTitle"));
    }

    @Test
    void whatCannotBeMadeIsToldAndTheOthersAreShown() {
        w.sync.map(
                "jobTitle",
                "source",
                Json.object().put("expression", "Left(\"x\", [city])").put("type", "Function"));
        w.alderwood.patch(w.ana, user -> user.set("city", "many"));
        JsonNode ana = compared(w.ana);
        assertEquals("failed null null", side(ana, "jobTitle"));
        assertTrue(reason(ana, "jobTitle").startsWith("The mapping of jobTitle could not be evaluated"));
        assertEquals("new Dock null", side(ana, "department"));
    }

    @Test
    void aManagerIsComparedByTheObjectOfTheTarget() {
        assertEquals("same null null", side(compared(w.ana), "manager"));
        Entity eli = w.alderwood.user("eli");
        w.alderwood.manager(w.ana, eli);
        assertEquals("kept null null", side(compared(w.ana), "manager"));
        assertEquals("The manager is not in the target.", reason(compared(w.ana), "manager"));
        w.alderwood.manager(w.ben, w.cho);
        w.sync.cycle();
        String cho = w.target(w.cho).id();
        assertEquals("same " + cho + " " + cho, side(compared(w.ben), "manager"));
        w.alderwood.write(session -> session.references().unrelate("manager", w.ben.id(), w.cho.id()));
        assertEquals("kept null " + cho, side(compared(w.ben), "manager"), "one who was taken away stays");
        w.alderwood.manager(w.ben, w.ana);
        assertEquals("differs " + w.target(w.ana).id() + " " + cho, side(compared(w.ben), "manager"));
        Entity dia = w.alderwood.user("dia");
        w.alderwood.manager(dia, w.ana);
        assertEquals("new " + w.target(w.ana).id() + " null", side(compared(dia), "manager"));
    }

    @Test
    void policiesDoNotMatterAndAJobWithoutTargetComparesNothing() {
        w.sync.cycle();
        w.birchline.allowSyncFrom(w.alderwood, false);
        assertEquals("same Dock Dock", side(compared(w.ana), "department"));
        w.sync.secret("CompanyId", "00000000-0000-0000-0000-00000000dead");
        assertEquals(0, compared(w.ana).path("attributes").size());
        assertEquals("ana", compared(w.ana).at("/user/displayName").asText());
        assertEquals(0, compared("nobody").path("attributes").size());
        assertEquals("nobody", compared("nobody").at("/user/id").asText());
        assertTrue(new BothSides(w.store, w.contexts)
                .of(w.alderwood.tenant, "none", w.ana.id())
                .isEmpty());
    }
}
