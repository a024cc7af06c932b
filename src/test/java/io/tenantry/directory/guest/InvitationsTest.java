package io.tenantry.directory.guest;

import static io.tenantry.directory.World.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.World;
import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.directory.role.AuthorizationPolicy;
import io.tenantry.directory.role.Roles;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvitationsTest {
    private static final String MIRA = "mira.voss@partner.example";

    @Inject
    World world;

    World.Place here;

    @BeforeEach
    void tenant() {
        here = world.tenant();
    }

    private Entity invite(String address, String more) {
        return here.create(
                "/invitations",
                "{\"invitedUserEmailAddress\": \"%s\", \"inviteRedirectUrl\": \"https://portal.partner.example\"%s}"
                        .formatted(address, more));
    }

    private Entity invited(Entity invitation) {
        String id = invitation.get("invitedUser").get("id").asText();
        return here.read(session -> session.find("user", id)).orElseThrow();
    }

    @Test
    void aPendingGuestHasTheShapeOfAnExternalUser() {
        Entity invitation = invite(MIRA, ", \"invitedUserDisplayName\": \"Mira Voss\"");
        assertEquals("PendingAcceptance", invitation.text("status"));
        assertTrue(invitation
                .text("inviteRedeemUrl")
                .startsWith(
                        "https://login.microsoftonline.com/redeem?rd=https%3a%2f%2finvitations.microsoft.com%2fredeem%2f%3ftenant%3d"
                                + here.tenant.id()));
        Entity user = invited(invitation);
        assertEquals("mira.voss_partner.example#EXT#@" + here.domain(), user.text("userPrincipalName"));
        assertEquals("mira.voss_partner.example#EXT#", user.text("mailNickname"));
        assertEquals(MIRA, user.text("mail"));
        assertEquals(List.of(MIRA), user.texts("otherMails"));
        assertEquals(List.of("SMTP:" + MIRA), user.texts("proxyAddresses"));
        assertEquals("Guest", user.text("userType"));
        assertEquals("Invitation", user.text("creationType"));
        assertEquals("PendingAcceptance", user.text("externalUserState"));
        assertEquals(1, user.array("identities").size());
        assertEquals(List.of("invite external user"), here.activities());
    }

    @Test
    void theDisplayNameIsTheLocalPartUnlessGiven() {
        assertEquals("mira.voss", invited(invite(MIRA, "")).text("displayName"));
    }

    @Test
    void theMessageIsFilledInEvenWhereNothingIsSent() {
        JsonNode info = invite(MIRA, "").get("invitedUserMessageInfo");
        assertTrue(info.get("messageLanguage").isNull());
        assertTrue(info.get("ccRecipients")
                .get(0)
                .get("emailAddress")
                .get("address")
                .isNull());
    }

    @Test
    void invitingAgainFindsTheSameUser() {
        Entity first = invited(invite(MIRA, ""));
        assertEquals(
                first.id(), invited(invite("Mira.Voss@partner.example", "")).id());
    }

    @Test
    void anInternalUsersAddressIsRefused() {
        Entity iris = here.user("iris", ", \"mail\": \"iris@post.example\"");
        refused(
                400,
                "The invited user already exists in the directory as object ID: " + iris.id()
                        + ". They can use that account to sign in to shared apps and resources.",
                () -> invite("iris@post.example", ""));
    }

    @Test
    void anInternalUserThatIsNamedBecomesExternal() {
        Entity iris = here.user("iris", ", \"mail\": \"iris@post.example\"");
        Entity invitation = invite("iris@post.example", ", \"invitedUser\": {\"id\": \"%s\"}".formatted(iris.id()));
        assertEquals(iris.id(), invited(invitation).id());
        assertEquals("PendingAcceptance", invited(invitation).text("externalUserState"));
        assertEquals("iris@" + here.domain(), invited(invitation).text("userPrincipalName"));
    }

    @Test
    void theAddressAndTheUrlMustBeGivenAndWellFormed() {
        refused(
                400,
                "A value is required for property 'invitedUserEmailAddress' of resource 'Invitation'.",
                () -> here.create("/invitations", "{\"inviteRedirectUrl\": \"https://portal.partner.example\"}"));
        for (String address :
                List.of("mira", "a@b@c.example", "mi ra@x.example", ".mira@x.example", "mi#ra@x.example")) {
            refused(400, "The invited user email address is not valid: " + address, () -> invite(address, ""));
        }
    }

    @Test
    void invitationsCanBeSwitchedOff() {
        here.update("/policies/authorizationPolicy", policy(), "{\"allowInvitesFrom\": \"none\"}");
        refused(
                403,
                "Guest invitations not allowed for your company. Contact your company administrator for more details.",
                () -> invite(MIRA, ""));
        here.update("/policies/authorizationPolicy", policy(), "{\"allowInvitesFrom\": \"adminsAndGuestInviters\"}");
        refused(
                403,
                "Guest invitations not allowed for your company. Contact your company administrator for more details.",
                () -> invite(MIRA, ""));
        Entity inviter = here.user("inviter");
        here.callAs(inviter, Set.of(Roles.GUEST_INVITER), "User.Invite.All");
        Entity user = invited(invite(MIRA, ""));
        assertEquals(
                List.of(inviter.id()), here.read(session -> session.references().targets("sponsor", user.id())));
    }

    private Entity policy() {
        return here.read(AuthorizationPolicy::of);
    }

    @Test
    void membersAreInvitedByWhoMayWriteUsers() {
        assertEquals(
                "Member",
                invited(invite(MIRA, ", \"invitedUserType\": \"Member\"")).text("userType"));
        here.callAsApp("User.Invite.All");
        invite("otto@partner.example", "");
        refused(
                403,
                "Insufficient privileges to complete the operation.",
                () -> invite("dora@partner.example", ", \"invitedUserType\": \"Member\""));
    }

    @Test
    void whereBothTenantsAgreedTheInvitationIsRedeemedAtOnce() {
        World.Place home = world.tenant();
        Entity ada = home.user("ada");
        agree(here, home, "inboundAllowed");
        String address = "ada@" + home.domain();
        assertEquals("PendingAcceptance", invite(address, "").text("status"));
        agree(home, here, "outboundAllowed");
        Entity invitation = invite(address, "");
        assertEquals("Completed", invitation.text("status"));
        Entity user = invited(invitation);
        assertEquals("Accepted", user.text("externalUserState"));
        assertEquals(ExternalUser.binding(home.tenant.id(), ada.id()), user.text(HiddenProperties.BINDING));
        assertEquals(
                "ExternalAzureAD", user.array("identities").get(0).get("issuer").asText());
        assertEquals(
                List.of("invite external user", "invite external user", "redeem external user invite"),
                here.activities());
        reset(user, address);
    }

    private void reset(Entity user, String address) {
        Entity again =
                invite(address, ", \"resetRedemption\": true, \"invitedUser\": {\"id\": \"%s\"}".formatted(user.id()));
        assertEquals("PendingAcceptance", again.text("status"));
        Entity now = invited(again);
        assertEquals(user.id(), now.id());
        assertNull(now.get(HiddenProperties.BINDING));
        assertEquals(1, now.array("identities").size());
    }

    private void agree(World.Place place, World.Place partner, String direction) {
        place.in(call -> {
            Entity configuration =
                    new Entity("crossTenantAccessPolicyConfigurationPartner", partner.tenant.id(), "", Json.object());
            configuration.set("tenantId", partner.tenant.id());
            configuration.set("automaticUserConsentSettings", Json.object().put(direction, true));
            call.session().insert(configuration);
            return null;
        });
    }

    @Test
    void accessSettingsOfEitherTenantCanBlockInvitations() {
        World.Place home = world.tenant();
        home.user("ada");
        block(home, here, "b2bCollaborationOutbound");
        String blocked =
                "This invitation is blocked by cross-tenant access settings. Admins in both your organization and"
                        + " the invited user's organization must configure cross-tenant access settings to allow the invitation.";
        refused(400, blocked, () -> invite("ada@" + home.domain(), ""));
        invite(MIRA, "");
    }

    private void block(World.Place place, World.Place partner, String setting) {
        place.in(call -> {
            Entity configuration =
                    new Entity("crossTenantAccessPolicyConfigurationPartner", partner.tenant.id(), "", Json.object());
            configuration.set("tenantId", partner.tenant.id());
            configuration.set(
                    setting,
                    Json.parse(
                            """
                            {"usersAndGroups": {"accessType": "blocked", "targets": [{"target": "AllUsers", "targetType": "user"}]},
                             "applications": {"accessType": "blocked", "targets": [{"target": "AllApplications", "targetType": "application"}]}}"""));
            call.session().insert(configuration);
            return null;
        });
    }
}
