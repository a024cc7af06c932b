package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of users where something stands in the way, or somebody else had a hand in it (provisioning-engine.md §6, §10). */
class OutcomesTest extends EngineTest {
    private static JsonNode constant(String text) {
        return Json.object()
                .put("type", "Constant")
                .put("name", text)
                .put("expression", Json.quoted(text))
                .set("parameters", Json.array());
    }

    private void invitesFrom(String whom) {
        w.birchline.write(session -> {
            String type = "authorizationPolicy";
            session.find(type, type).ifPresent(session::remove);
            session.insert(Entity.of(type, type).set("allowInvitesFrom", whom));
        });
    }

    @Test
    void aTargetThatForbidsInvitationsTakesNobodyInAndUpdatesWhomItHas() {
        w.sync.cycle();
        invitesFrom("none");
        Entity dia = w.alderwood.user("dia");
        w.sync.assign(dia);
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertEquals(List.of("AzureActiveDirectoryForbidden"), w.sync.codes(dia));
        assertEquals("Faro", w.target(w.ana).text("city"));
    }

    @Test
    void anAddressThatIsNoneFailsTheInvitation() {
        w.sync.map("mail", "source", constant("no mail"));
        w.sync.cycle();
        assertEquals(List.of("InvitationCreationFailureInvalidPropertyValue"), w.sync.codes(w.ana));
    }

    @Test
    void theAddressOfAGroupCannotBeInvited() {
        w.birchline.group("Desk", group -> group.set("mail", w.ana.text("mail")));
        w.sync.cycle();
        assertEquals(List.of("InvitationCreationFailureInvalidPropertyValue"), w.sync.codes(w.ana));
    }

    @Test
    void aDisabledUserWithAPendingInvitationCannotBeInvited() {
        w.birchline.user("guest", user -> user.set("mail", w.ana.text("mail"))
                .set("proxyAddresses", List.of("SMTP:" + w.ana.text("mail")))
                .set("creationType", "Invitation")
                .set("accountEnabled", false)
                .set("externalUserState", "PendingAcceptance"));
        w.sync.cycle();
        assertEquals(List.of("InvitationCreationFailureUserAccountDisabled"), w.sync.codes(w.ana));
    }

    @Test
    void oneOfSeveralPendingInvitationsIsNotChosen() {
        for (String name : List.of("guest", "other")) {
            w.birchline.user(name, user -> user.set("mail", w.ana.text("mail"))
                    .set("proxyAddresses", List.of())
                    .set("creationType", "Invitation")
                    .set("externalUserState", "PendingAcceptance"));
        }
        w.sync.cycle();
        assertEquals(List.of("DuplicateTargetEntries"), w.sync.codes(w.ana));
        assertTrue(w.birchline.external(w.ana).isEmpty());
        w.birchline.user("desk", user -> user.set("mail", w.ana.text("mail")));
        w.sync.restart();
        w.sync.cycle();
        assertEquals(
                "InvitationCreationFailureAmbiguousUser", w.sync.codes(w.ana).get(1));
    }

    @Test
    void whoIsMasteredOnPremisesInTheTargetIsNotUpdated() {
        w.sync.cycle();
        w.birchline.patch(w.target(w.ana), user -> user.set("onPremisesSyncEnabled", true));
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertEquals(
                "AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises",
                w.sync.codes(w.ana).get(1));
        assertEquals(null, w.target(w.ana).text("city"));
    }

    @Test
    void whatExchangeKeepsOfAMailboxStays() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.birchline.patch(ana, user -> user.set(
                        "assignedPlans", Json.parse("[{\"service\":\"exchange\",\"capabilityStatus\":\"Enabled\"}]"))
                .set("showInAddressList", false));
        w.alderwood.patch(
                w.ana, user -> user.set("mail", "reis@alderwood.example").set("city", "Faro"));
        w.sync.cycle();
        assertEquals(w.ana.text("mail"), w.target(w.ana).text("mail"));
        assertFalse(w.target(w.ana).flag("showInAddressList"));
        assertEquals("Faro", w.target(w.ana).text("city"));
    }

    @Test
    void whoIsRestoredInTheSourceIsRestoredInTheTarget() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.alderwood.delete(w.ana, w.clock.now());
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
        w.daysGoBy(20);
        w.alderwood.write(session -> DirectoryObjects.restore(
                session, session.findObject(w.ana.id(), true).orElseThrow()));
        w.sync.cycle();
        assertEquals(ana.id(), w.target(w.ana).id());
        assertEquals(List.of("create success", "delete success", "update success"), w.sync.log(w.ana));
    }

    @Test
    void whoWasPurgedAheadOfTimeIsCreatedAnew() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.sync.unassign(w.ana);
        w.sync.cycle();
        w.birchline.write(session -> DirectoryObjects.purge(
                session, session.findObject(ana.id(), true).orElseThrow()));
        w.sync.assign(w.ana);
        w.sync.cycle();
        assertNotEquals(ana.id(), w.target(w.ana).id());
    }

    @Test
    void whoWasUnassignedIsManagedNoMore() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.sync.unassign(w.ana);
        w.sync.cycle();
        w.birchline.write(session -> DirectoryObjects.restore(
                session, session.findObject(ana.id(), true).orElseThrow()));
        w.alderwood.delete(w.ana, w.clock.now());
        w.alderwood.purge(w.ana);
        w.sync.cycle();
        assertTrue(w.birchline.live(ana.id()).isPresent());
    }

    @Test
    void aSeveredRelationshipLeavesUsersAsTheyAre() {
        w.sync.cycle();
        w.birchline.write(session -> {
            String id = w.alderwood.tenant.id();
            session.findChild("crossTenantIdentitySyncPolicyPartner", id, id).ifPresent(session::remove);
            session.find("crossTenantAccessPolicyConfigurationPartner", id).ifPresent(session::remove);
        });
        w.sync.unassign(w.ana);
        w.alderwood.patch(w.ben, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertEquals(3, w.birchline.externals().size());
        assertEquals(null, w.target(w.ben).text("city"));
        assertEquals("Quarantine", w.sync.code());
    }

    @Test
    void twoUsersOfOneMailAddressAreOneInTheTarget() {
        Entity twin = w.alderwood.user(
                "twin", user -> user.set("mail", w.ana.text("mail")).set("proxyAddresses", List.of()));
        w.sync.assign(twin);
        w.sync.cycle();
        assertEquals(3, w.birchline.externals().size());
        assertTrue(w.sync.log(twin).get(0).endsWith("success")
                && w.sync.log(w.ana).get(0).endsWith("success"));
    }

    @Test
    void withoutAnOperationInTheMappingItIsNotMade() {
        w.sync.cycle();
        w.sync.changeMapping(mapping -> mapping.put("flowTypes", "Add, Update"));
        w.sync.unassign(w.ana);
        w.sync.cycle();
        assertTrue(w.birchline.external(w.ana).isPresent());
        w.sync.changeMapping(mapping -> mapping.put("flowTypes", "Update"));
        Entity dia = w.alderwood.user("dia");
        w.sync.assign(dia);
        w.alderwood.patch(w.ben, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertTrue(w.birchline.external(dia).isEmpty());
        assertEquals("Faro", w.target(w.ben).text("city"));
    }

    @Test
    void skipOutOfScopeDeletionsChangesNothing() {
        w.sync.secret("SkipOutOfScopeDeletions", "True");
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.sync.unassign(w.ana);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
    }

    @Test
    void aUserTypeThatIsNeitherGuestNorMemberFails() {
        w.sync.map("userType", "source", constant("Alien"));
        w.sync.cycle();
        assertEquals(List.of("InvitationCreationFailureInvalidPropertyValue"), w.sync.codes(w.ana));
    }
}
