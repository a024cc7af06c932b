package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users whom the target has already, and what stands in the way (provisioning-engine.md §19, A27 to A29). */
class MatchingTest extends EngineTest {
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
    void aFailureIsAuditedAsASuccessIsAndKept() {
        w.birchline.user("desk", user -> user.set("mail", w.ben.text("mail")));
        w.sync.cycle();
        List<String> failed = List.of("import", "synchronization rule action", "export", "process escrow");
        assertEquals(failed, w.alderwood.auditsOf(w.ben));
        w.advance("PT7H");
        assertEquals(
                Stream.concat(failed.stream(), failed.stream()).toList(), w.alderwood.auditsOf(w.ben), "the next try");
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
}
