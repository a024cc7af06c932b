package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses and names that another object of the target has already (provisioning-engine.md §3, §10). */
class CollisionsTest extends EngineTest {
    private static String external(String name) {
        return name + "_alderwood.onmicrosoft.com#EXT#@birchline.onmicrosoft.com";
    }

    private String result(Entity user) {
        return Entries.newest(w.sync, user).path("provisioningAction").asText() + " "
                + Entries.result(Entries.newest(w.sync, user));
    }

    @Test
    void aNameThatIsTakenFailsTheCreation() {
        w.birchline.user("desk", user -> user.set("userPrincipalName", external("ana")));
        w.sync.cycle();
        assertEquals(
                "create failure EntryConflict: Another object with the same value for property userPrincipalName"
                        + " already exists: " + external("ana") + ".",
                result(w.ana));
        assertEquals("create success", result(w.ben));
    }

    @Test
    void aNameThatIsTakenFailsTheRenaming() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.birchline.user("desk", user -> user.set("userPrincipalName", external("reis")));
        w.alderwood.patch(w.ana, user -> user.set("userPrincipalName", "reis@alderwood.onmicrosoft.com"));
        w.sync.cycle();
        assertEquals(
                "update failure EntryConflict: Another object with the same value for property userPrincipalName"
                        + " already exists: " + external("reis") + ".",
                result(w.ana));
        assertEquals(external("ana"), w.birchline.live(ana.id()).orElseThrow().text("userPrincipalName"));
        w.alderwood.patch(w.ana, user -> user.set("userPrincipalName", "silva@alderwood.onmicrosoft.com"));
        w.sync.cycle();
        assertEquals("update success", result(w.ana));
        assertEquals(external("silva"), w.birchline.live(ana.id()).orElseThrow().text("userPrincipalName"));
    }

    @Test
    void anAddressThatAnotherHoldsFailsTheUpdate() {
        w.sync.cycle();
        w.birchline.user("desk", user -> user.set("mail", "reis@alderwood.example"));
        w.alderwood.patch(w.ana, user -> user.set("mail", "reis@alderwood.example"));
        w.sync.cycle();
        assertEquals(
                "update failure EntryConflict: Another object already holds the address reis@alderwood.example.",
                result(w.ana));
        assertEquals(w.ana.text("mail"), w.target(w.ana).text("mail"));
        w.alderwood.patch(w.ana, user -> user.set("mail", "silva@alderwood.example"));
        w.sync.cycle();
        assertEquals("silva@alderwood.example", w.target(w.ana).text("mail"));
    }

    @Test
    void anAddressOfAnExternalUserOfAnotherTenantIsAmbiguous() {
        Entity kim = w.cedarhall.user(
                "kim", user -> user.set("mail", w.ana.text("mail")).set("proxyAddresses", List.of()));
        TestSync other = new TestSync(w, w.cedarhall, w.birchline);
        other.assign(kim);
        other.cycle();
        w.sync.cycle();
        assertEquals(
                "create failure InvitationCreationFailureAmbiguousUser: The address " + w.ana.text("mail")
                        + " belongs to an external user of another tenant.",
                result(w.ana));
    }
}
