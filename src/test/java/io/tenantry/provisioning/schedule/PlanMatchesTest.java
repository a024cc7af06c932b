package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom the plan of an initial cycle meets in the target, by each of the values that users are matched by (provisioning-engine.md §3). */
class PlanMatchesTest extends EngineTest {
    private static final String EXTERNAL = "ana_alderwood.onmicrosoft.com#EXT#@birchline.onmicrosoft.com";

    /** Action and code. */
    private String planned(Entity user) {
        JsonNode object = object(user);
        return object.path("action").asText()
                + (object.path("code").isNull() ? "" : " " + object.path("code").asText());
    }

    private JsonNode object(Entity user) {
        return w.sync.plan()
                .path("objects")
                .valueStream()
                .filter(each -> each.at("/source/id").asText().equals(user.id()))
                .findFirst()
                .orElseThrow();
    }

    /** What the cycle does to a user that was planned. */
    private void expect(String action, Entity user) {
        w.sync.start();
        assertEquals(action, planned(user));
        w.sync.cycle();
        assertEquals(
                action.startsWith("fail") ? "create failure" : "create success",
                w.sync.log(user).get(0));
    }

    @Test
    void whoMeetsNobodyIsMade() {
        expect("create", w.ana);
    }

    @Test
    void anAddressIsMet() {
        w.birchline.user("desk", user -> user.set("mail", w.ana.text("mail")).set("proxyAddresses", List.of()));
        expect("fail InvitationCreationFailureAmbiguousUser", w.ana);
    }

    @Test
    void aProxyAddressIsMetToo() {
        w.birchline.user("desk", user -> user.set("proxyAddresses", List.of("smtp:" + w.ana.text("mail"))));
        expect("fail InvitationCreationFailureAmbiguousUser", w.ana);
    }

    @Test
    void aNameIsMet() {
        w.birchline.user("desk", user -> user.set("userPrincipalName", EXTERNAL));
        expect("fail EntryConflict", w.ana);
    }

    @Test
    void aNameThatIsTheAddressIsMet() {
        w.birchline.user("desk", user -> user.set("userPrincipalName", w.ana.text("mail")));
        expect("fail InvitationCreationFailureAmbiguousUser", w.ana);
    }

    @Test
    void whoIsBoundIsMetUnderWhateverNameAndAddress() {
        w.sync.cycle();
        Entity made = w.target(w.ana);
        w.birchline.patch(made, user -> user.set("userPrincipalName", "reis@birchline.onmicrosoft.com")
                .set("mail", "reis@alderwood.example")
                .set("proxyAddresses", List.of()));
        w.sync.restart(Set.of(RestartScope.CONNECTOR_DATA_STORE));
        JsonNode object = object(w.ana);
        assertEquals("update", object.path("action").asText());
        assertEquals(made.id(), object.at("/target/id").asText());
        assertEquals("skip RedundantExport", planned(w.ben), "nothing differs");
    }

    /** Of a cycle that reads everyone because of what is proposed or kept no more. */
    @Test
    void linksAreFoundWithoutBeingMatched() {
        w.sync.cycle();
        w.birchline.patch(w.target(w.ana), user -> user.set("displayName", "A. R."));
        w.sync.unassign(w.cho);
        w.sync.restart();
        assertEquals("update", planned(w.ana));
        assertEquals("skip RedundantExport", planned(w.ben));
        assertEquals("delete", planned(w.cho));
    }

    @Test
    void whoIsGoneFromTheSourceIsFoundByHisLink() {
        w.sync.cycle();
        w.alderwood.delete(w.ana, w.clock.now());
        w.alderwood.purge(w.ana);
        w.sync.restart();
        assertEquals("delete", planned(w.ana));
    }
}
