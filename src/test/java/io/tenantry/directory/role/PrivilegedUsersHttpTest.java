package io.tenantry.directory.role;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static io.tenantry.graph.GraphHttp.userBody;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sensitive about a user is changed by who may, whichever request would change it (directory.md §4.4). */
@QuarkusTest
class PrivilegedUsersHttpTest implements TwoTenants {
    private static final String DENIED = "Authorization_RequestDenied";

    private static void givenARole(String user) {
        givenARole(user, Roles.REPORTS_READER);
    }

    private static void givenARole(String user, String role) {
        created(SOURCE.post(
                "/v1.0/roleManagement/directory/roleAssignments",
                "{'roleDefinitionId':'" + role + "','principalId':'" + user + "','directoryScopeId':'/'}"));
    }

    private static String role(String name) {
        return SOURCE.get("/v1.0/roleManagement/directory/roleDefinitions?$filter=displayName eq '" + name + "'")
                .extract()
                .path("value[0].id");
    }

    @Test
    void anAdministratorIsNotTakenOverByAnInvitation() {
        String boss = SOURCE.newUser("boss", "'mail':'boss@outside.example'");
        givenARole(boss);
        String body =
                "{'invitedUserEmailAddress':'boss@outside.example','inviteRedirectUrl':'https://x.example','invitedUser':{'id':'"
                        + boss + "'}}";

        refused(SOURCE.app("User.Invite.All").post("/v1.0/invitations", body), 403, DENIED);
        refused(SOURCE.app("User.ReadWrite.All").post("/v1.0/invitations", body), 403, DENIED);
        SOURCE.get("/v1.0/users/" + boss + "?$select=externalUserState").body("externalUserState", is((String) null));
    }

    @Test
    void anExternalAdministratorIsLeftAlone() {
        String body = "{'invitedUserEmailAddress':'ada@outside.example','inviteRedirectUrl':'https://x.example'%s}";
        String guest = SOURCE.post("/v1.0/invitations", body.formatted(""))
                .statusCode(201)
                .extract()
                .path("invitedUser.id");
        String again = body.formatted(",'resetRedemption':true,'invitedUser':{'id':'" + guest + "'}");
        String group = SOURCE.newGroup("admins", "'isAssignableToRole':true");
        done(SOURCE.post("/v1.0/groups/" + group + "/members/$ref", reference(guest)));

        refused(
                SOURCE.app("User-ConvertToInternal.ReadWrite.All")
                        .post(
                                "/beta/users/" + guest + "/convertExternalToInternalMemberUser",
                                "{'userPrincipalName':'ada@" + DOMAIN
                                        + "','passwordProfile':{'password':'Trellis-42-orbit!'}}"),
                403,
                DENIED);
        refused(SOURCE.app("User.ReadWrite.All").post("/v1.0/invitations", again), 403, DENIED);
        refused(
                SOURCE.user("User.ReadWrite.All", "Helpdesk Administrator").post("/v1.0/invitations", again),
                403,
                DENIED);
        SOURCE.get("/v1.0/users/" + guest + "?$select=userType").body("userType", is("Guest"));
    }

    /** What the pages on who can reset passwords, and who can perform sensitive actions, list. */
    @ParameterizedTest
    @CsvSource({
        "Password Administrator, passwordProfile, none, 204",
        "Helpdesk Administrator, passwordProfile, none, 204",
        "Helpdesk Administrator, jobTitle, none, 403",
        "Helpdesk Administrator, accountEnabled, none, 403",
        "Helpdesk Administrator, passwordProfile, Reports Reader, 204",
        "Password Administrator, passwordProfile, Reports Reader, 403",
        "Authentication Administrator, jobTitle, none, 204",
        "Authentication Administrator, passwordProfile, Reports Reader, 204",
        "Authentication Administrator, passwordProfile, Global Administrator, 403",
        "User Administrator, passwordProfile, Global Administrator, 403",
        "Privileged Authentication Administrator, passwordProfile, Global Administrator, 204",
        "Privileged Authentication Administrator, accountEnabled, Global Administrator, 204",
        "Groups Administrator, passwordProfile, none, 403",
        "License Administrator, jobTitle, none, 403"
    })
    void whoChangesWhomFollowsFromTheRolesOfBoth(String caller, String property, String held, int status) {
        String user = SOURCE.newUser("held");
        if (!held.equals("none")) {
            givenARole(user, role(held));
        }
        String value = Map.of(
                        "passwordProfile",
                        "{'password':'Trellis-77-orbit!'}",
                        "jobTitle",
                        "'Pilot'",
                        "accountEnabled",
                        "false")
                .get(property);

        SOURCE.user("User.ReadWrite.All Directory.AccessAsUser.All", caller)
                .patch("/v1.0/users/" + user, "{'" + property + "':" + value + "}")
                .statusCode(status);
    }

    @Test
    void whoResetsPasswordsOpensNothingElseOfItself() {
        String help = SOURCE.newUser("help");
        givenARole(help, Roles.HELPDESK_ADMINISTRATOR);

        refused(
                SOURCE.as("help@" + DOMAIN, "User.EnableDisableAccount.All", "User.Read.All")
                        .patch("/v1.0/users/" + help, "{'accountEnabled':false}"),
                403,
                DENIED);
    }

    @Test
    void theDayOfLeavingNeedsItsPermissionFromTheFirstMomentOn() {
        String leaving = "'employeeLeaveDateTime':'2027-01-01T00:00:00Z'";

        refused(SOURCE.app("User.ReadWrite.All").post("/v1.0/users", userBody("ana", leaving)), 403, DENIED);
        created(SOURCE.app("User.ReadWrite.All", "User-LifeCycleInfo.ReadWrite.All")
                .post("/v1.0/users", userBody("ana", leaving)));
    }

    @Test
    void aPhoneOfAnAdministratorIsSetByWhoMayAuthenticateAdministrators() {
        String boss = SOURCE.newUser("boss");
        givenARole(boss);
        String path = "/v1.0/users/" + boss + "/authentication/phoneMethods";
        String body = "{'phoneNumber':'+46 701234567','phoneType':'mobile'}";
        GraphHttp other = SOURCE.user("UserAuthenticationMethod.ReadWrite.All", "Authentication Administrator");

        refused(other.post(path, body), 403, DENIED);
        String id =
                created(SOURCE.user("UserAuthenticationMethod.ReadWrite.All", "Privileged Authentication Administrator")
                        .post(path, body));
        refused(other.post(path + "/" + id + "/enableSmsSignIn"), 403, DENIED);
        refused(other.delete(path + "/" + id), 403, DENIED);
        done(SOURCE.as("boss@" + DOMAIN, "UserAuthenticationMethod.ReadWrite")
                .post(path + "/" + id + "/enableSmsSignIn"));
    }
}
