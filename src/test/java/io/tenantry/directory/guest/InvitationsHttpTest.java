package io.tenantry.directory.guest;

import static io.restassured.RestAssured.given;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** directory.md §5 and §6. */
@QuarkusTest
class InvitationsHttpTest implements TwoTenants {
    private static final String INVITATIONS = "/v1.0/invitations";
    private static final String REFUSED =
            "Guest invitations not allowed for your company. Contact your company administrator for more details.";

    private static String body(String address, String... more) {
        return "{'invitedUserEmailAddress':'" + address + "','inviteRedirectUrl':'https://portal.example'"
                + (more.length == 0 ? "" : "," + more[0]) + "}";
    }

    private static String invited(GraphHttp caller, String address) {
        return caller.post(INVITATIONS, body(address)).statusCode(201).extract().path("invitedUser.id");
    }

    @Test
    void anInvitationAnswersWithEverythingButTheUser() {
        SOURCE.post(INVITATIONS, body("ada@fern.example"))
                .statusCode(201)
                .body("'@odata.context'", endsWith("#invitations/$entity"))
                .body("status", is("PendingAcceptance"))
                .body("invitedUserType", is("Guest"))
                .body("sendInvitationMessage", is(false))
                .body("inviteRedeemUrl", containsString("https://login.microsoftonline.com/redeem?rd="))
                .body("invitedUserMessageInfo.ccRecipients[0].emailAddress.address", nullValue())
                .body("invitedUser.size()", is(1));
    }

    /** insights-and-feeds.md §13. */
    @Test
    void aMailIsSentWhereTheInviterAsksForOne() {
        invited(SOURCE, "ada@fern.example");
        mails().body("", empty());
        String info = "'sendInvitationMessage':true,'invitedUserMessageInfo':{'customizedMessageBody':'Welcome aboard',"
                + "'ccRecipients':[{'emailAddress':{'address':'crew@fern.example'}}]}";
        SOURCE.post(INVITATIONS, body("eve@fern.example", info)).statusCode(201);
        mails().body("kind", contains("invitation"))
                .body("[0].to", contains("eve@fern.example", "crew@fern.example"))
                .body("[0].text", containsString("Welcome aboard"))
                .body("[0].text", containsString("https://login.microsoftonline.com/redeem?rd="));
    }

    private static ValidatableResponse mails() {
        return given().get("/_tenantry/mails").then().statusCode(200);
    }

    @Test
    void whoIsInvitedIsAGuestOrAMember() {
        for (String type : new String[] {"'Owner'", "''", "5"}) {
            SOURCE.post(INVITATIONS, body("ada@fern.example", "'invitedUserType':" + type))
                    .statusCode(400);
        }
        for (String user : new String[] {"[]", "[{'id':'" + UNKNOWN + "'}]", "'" + UNKNOWN + "'"}) {
            refused(
                    SOURCE.post(INVITATIONS, body("ada@fern.example", "'invitedUser':" + user)),
                    400,
                    "Request_BadRequest",
                    "Invalid value specified for property 'invitedUser' of resource 'Invitation'.");
        }
        SOURCE.get("/v1.0/users").body("value", empty());
        SOURCE.post(INVITATIONS, body("ada@fern.example", "'invitedUserType':null"))
                .body("invitedUserType", is("Guest"));
        SOURCE.post(INVITATIONS, body("eve@fern.example", "'invitedUserType':'member'"))
                .body("invitedUserType", is("Member"));
    }

    @Test
    void aLongAddressIsRefused() {
        for (String address : new String[] {"a.".repeat(9000) + "a@x.example", "a@" + "b.".repeat(9000) + "example"}) {
            refused(SOURCE.post(INVITATIONS, body(address)), 400, "BadRequest");
            refused(
                    SOURCE.post("/v1.0/domains", "{'id':'" + address.replace("@", "") + "'}"),
                    400,
                    "Request_BadRequest");
        }
    }

    @Test
    void aPendingGuestHasTheShapeOfAnExternalUser() {
        String id = invited(SOURCE, "ada@fern.example");

        SOURCE.get("/beta/users/" + id)
                .body("userPrincipalName", is("ada_fern.example#EXT#@" + DOMAIN))
                .body("mailNickname", is("ada_fern.example#EXT#"))
                .body("mail", is("ada@fern.example"))
                .body("otherMails", contains("ada@fern.example"))
                .body("proxyAddresses", contains("SMTP:ada@fern.example"))
                .body("creationType", is("Invitation"))
                .body("externalUserState", is("PendingAcceptance"))
                .body("userType", is("Guest"))
                .body("identities", hasSize(1))
                .body("showInAddressList", is(false));
        SOURCE.get("/v1.0/users/ada_fern.example#EXT#@" + DOMAIN).body("id", is(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@@b.example", "a b@c.example", ".a@b.example", "a#b@c.example"})
    void anAddressMustBeOne(String address) {
        refused(SOURCE.post(INVITATIONS, body(address)), 400, "BadRequest");
    }

    @Test
    void addressAndRedirectAreRequired() {
        refused(SOURCE.post(INVITATIONS, "{'invitedUserEmailAddress':'a@b.example'}"), 400, "BadRequest");
        refused(SOURCE.post(INVITATIONS, "{'inviteRedirectUrl':'https://portal.example'}"), 400, "BadRequest");
    }

    @Test
    void invitingAgainFindsTheSameUser() {
        String id = invited(SOURCE, "ada@fern.example");

        org.junit.jupiter.api.Assertions.assertEquals(id, invited(SOURCE, "ADA@fern.example"));
    }

    @Test
    void aUserOfTheTenantNeedsNoInvitation() {
        String id = SOURCE.newUser("ana", "'mail':'ana@" + DOMAIN + "'");

        refused(
                SOURCE.post(INVITATIONS, body("ana@" + DOMAIN)),
                400,
                "BadRequest",
                "The invited user already exists in the directory as object ID: " + id
                        + ". They can use that account to sign in to shared apps and resources.");
    }

    @Test
    void aResetNeedsAKnownAddress() {
        String user = "'resetRedemption':true,'invitedUser':{'id':'" + invited(SOURCE, "ada@fern.example") + "'}";

        SOURCE.post(INVITATIONS, body("ada@fern.example", user)).statusCode(201).body("resetRedemption", is(true));
        refused(SOURCE.post(INVITATIONS, body("bea@fern.example", user)), 400, "BadRequest");
    }

    @Test
    void whoMayInviteIsAPolicy() {
        done(SOURCE.patch("/v1.0/policies/authorizationPolicy", "{'allowInvitesFrom':'none'}"));
        SOURCE.post(INVITATIONS, body("ada@fern.example")).statusCode(403).body("error.message", is(REFUSED));

        done(SOURCE.patch("/v1.0/policies/authorizationPolicy", "{'allowInvitesFrom':'adminsAndGuestInviters'}"));
        SOURCE.post(INVITATIONS, body("ada@fern.example")).statusCode(403);
        invited(SOURCE.user("User.Invite.All", "Guest Inviter"), "ada@fern.example");
        SOURCE.user("User.Invite.All")
                .post(INVITATIONS, body("bea@fern.example"))
                .statusCode(403);
    }

    @Test
    void theInviterIsTheSponsor() {
        String id = invited(SOURCE.user("User.Invite.All", "Guest Inviter"), "ada@fern.example");

        SOURCE.get("/v1.0/users/" + id + "/sponsors").body("value", hasSize(1));
    }
}
