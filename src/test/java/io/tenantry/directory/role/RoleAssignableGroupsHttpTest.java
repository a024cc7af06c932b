package io.tenantry.directory.role;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.groupBody;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** field-findings.md §4, directory.md §20: who is in a group that can hold roles is said by who says who holds roles. */
@QuarkusTest
class RoleAssignableGroupsHttpTest implements TwoTenants {
    private static final String DENIED = "Authorization_RequestDenied";
    private static final String ALL = "Group.ReadWrite.All Directory.ReadWrite.All User.ReadWrite.All";
    private static final String ROLES = "RoleManagement.ReadWrite.Directory";
    private static final String USERS = "'https://graph.microsoft.com/v1.0/users/";

    private static final List<String> WAYS = List.of(
            "POST /groups/{g}/members/$ref {ref}",
            "POST /groups/{g}/owners/$ref {ref}",
            "POST /groups(uniqueName='admins')/members/$ref {ref}",
            "DELETE /groups/{g}/members/{in}/$ref",
            "DELETE /groups/{g}/owners/{in}/$ref",
            "DELETE /groups(uniqueName='admins')/members/{in}/$ref",
            "PATCH /groups/{g} {'members@odata.bind':[{bind}]}",
            "PATCH /groups/{g} {'owners@odata.bind':[{bind}]}",
            "PATCH /groups/{g} {'description':'Mine','members@odata.bind':[{bind}]}",
            "PATCH /groups(uniqueName='admins') {'members@odata.bind':[{bind}]}",
            "PATCH /groups/{g} {'description':'Mine'}",
            "PATCH /groups/{g} {'mailNickname':'mine'}",
            "POST /groups/{g}/renew {}",
            "POST /groups/{g}/assignLicense {'addLicenses':[],'removeLicenses':[]}",
            "DELETE /groups/{g}",
            "DELETE /groups(uniqueName='admins')",
            "DELETE /directoryObjects/{g}",
            "DELETE /directoryObjects/{g}/microsoft.graph.group");

    private String group;
    private String inside;
    private String outside;

    @BeforeEach
    void aGroupWithAMemberWhoOwnsItToo() {
        inside = SOURCE.newUser("ina");
        outside = SOURCE.newUser("otto");
        group = SOURCE.newGroup(
                "admins",
                "'isAssignableToRole':true,'uniqueName':'admins'",
                bind("members", inside),
                bind("owners", inside));
        done(SOURCE.post(path("/groups/{g}/owners/$ref"), reference(SOURCE.newUser("olga"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "groups administrator", "scope alone", "role alone", "user administrator of all"})
    void nobodyElseChangesOne(String who) {
        GraphHttp caller =
                switch (who) {
                    case "app" ->
                        SOURCE.app("Group.ReadWrite.All", "Directory.ReadWrite.All", "GroupMember.ReadWrite.All");
                    case "groups administrator" -> SOURCE.user(ALL, "Groups Administrator");
                    case "scope alone" -> SOURCE.user(ALL + " " + ROLES, "Groups Administrator");
                    case "role alone" -> SOURCE.user(ALL, "Privileged Role Administrator");
                    default -> SOURCE.user(ALL + " " + ROLES, "User Administrator");
                };
        Object before = state();

        for (String way : WAYS) {
            for (String version : List.of("/v1.0", "/beta")) {
                refused(call(caller, version, way), 403, DENIED);
            }
        }
        assertEquals(before, state());
        made("PATCH /groups(uniqueName='others') ", caller).statusCode(403);
        made("POST /groups ", caller).statusCode(403);
        SOURCE.get("/v1.0/groups?$filter=displayName eq 'others'").body("value", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "administrator"})
    void whoAssignsRolesChangesOne(String who) {
        GraphHttp caller = who.equals("app")
                ? SOURCE.app("Group.ReadWrite.All", ROLES)
                : SOURCE.user(ALL + " " + ROLES, "Privileged Role Administrator");

        done(caller.post(path("/groups/{g}/members/$ref"), reference(outside)));
        done(caller.patch(path("/groups/{g}"), "{" + bind("owners", outside) + "}"));
        done(caller.delete(path("/groups/{g}/members/" + outside + "/$ref")));
        SOURCE.get(path("/groups/{g}/members")).body("value.id", contains(inside));
        made("POST /groups ", caller).statusCode(201);
        done(caller.delete(path("/groups/{g}")));
    }

    @Test
    void anOwnerManagesItsGroupWithThePermission() {
        GraphHttp owner = SOURCE.as("ina@" + DOMAIN, "Group.ReadWrite.All", ROLES);

        done(owner.post(path("/groups/{g}/members/$ref"), reference(outside)));
        done(owner.patch(path("/groups/{g}"), "{'description':'Ours'}"));
        refused(
                SOURCE.as("ina@" + DOMAIN, "Group.ReadWrite.All").patch(path("/groups/{g}"), "{'description':'Mine'}"),
                403,
                DENIED);
        made("POST /groups ", owner).statusCode(403);
    }

    @Test
    void aRoleAdministratorManagesNoOtherGroup() {
        String plain = SOURCE.newGroup("crew");

        refused(
                SOURCE.user(ALL + " " + ROLES, "Privileged Role Administrator")
                        .post("/v1.0/groups/" + plain + "/members/$ref", reference(outside)),
                403,
                DENIED);
    }

    @Test
    void aBatchIsNoWayRound() {
        SOURCE.app("Group.ReadWrite.All", "Directory.ReadWrite.All")
                .post(
                        "/v1.0/$batch",
                        "{'requests':[{'id':'1','method':'POST','url':'/groups/" + group + "/members/$ref','headers':"
                                + "{'Content-Type':'application/json'},'body':" + reference(outside) + "},"
                                + "{'id':'2','method':'PATCH','url':'/groups/" + group + "','headers':"
                                + "{'Content-Type':'application/json'},'body':{" + bind("members", outside) + "}}]}")
                .statusCode(200)
                .body("responses.status", contains(403, 403));
        SOURCE.get(path("/groups/{g}/members")).body("value.id", contains(inside));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATCH /groups/{g} {'groupTypes':['DynamicMembership'],'membershipRule':'user.department -eq \"x\"','membershipRuleProcessingState':'On'}",
                "PATCH /groups/{g} {'membershipRule':'user.department -eq \"x\"'}",
                "PATCH /groups/{g} {'securityEnabled':false}",
                "PATCH /groups/{g} {'isAssignableToRole':false}",
                "POST /groups/{g}/members/$ref {group}"
            })
    void nobodyMakesItAnotherKind(String way) {
        Object before = state();

        call(SOURCE, "/v1.0", way.replace("\"", "\\\"").replace("{group}", reference(SOURCE.newGroup("crew"))))
                .statusCode(400);
        assertEquals(before, state());
    }

    @Test
    void aDeletedOneComesBackByWhoMay() {
        String unified = created(SOURCE.post(
                "/v1.0/groups",
                groupBody("mailed", "'groupTypes':['Unified'],'isAssignableToRole':true")
                        .replace("'mailEnabled':false", "'mailEnabled':true")));
        done(SOURCE.delete("/v1.0/groups/" + unified));
        GraphHttp app = SOURCE.app("Group.ReadWrite.All", "Directory.ReadWrite.All");
        String deleted = "/v1.0/directory/deletedItems/" + unified;

        refused(app.post(deleted + "/restore"), 403, DENIED);
        refused(app.delete(deleted), 403, DENIED);
        SOURCE.app("Group.ReadWrite.All", ROLES).post(deleted + "/restore").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "owner"})
    void whoIsInOneIsAsPrivilegedAsItsRoles(String how) {
        String user = how.equals("member") ? inside : outside;
        if (how.equals("owner")) {
            done(SOURCE.post(path("/groups/{g}/owners/$ref"), reference(user)));
        }
        GraphHttp app = SOURCE.app("User.ReadWrite.All", "Directory.ReadWrite.All", "User.ManageIdentities.All");
        GraphHttp administrator = SOURCE.user(ALL + " Directory.AccessAsUser.All", "User Administrator");

        for (GraphHttp caller : List.of(app, administrator)) {
            for (String body : List.of(
                    "{'passwordProfile':{'password':'Trellis-43-orbit!'}}",
                    "{'userPrincipalName':'new@" + DOMAIN + "'}",
                    "{'identities':[{'signInType':'userPrincipalName','issuer':'" + DOMAIN
                            + "','issuerAssignedId':'new@" + DOMAIN + "'}]}",
                    "{'otherMails':['mine@outside.example']}",
                    "{'accountEnabled':false}")) {
                refused(caller.patch("/v1.0/users/" + user, body), 403, DENIED);
            }
            refused(caller.delete("/v1.0/users/" + user), 403, DENIED);
            refused(caller.delete("/v1.0/directoryObjects/" + user), 403, DENIED);
            refused(caller.post("/v1.0/users/" + user + "/revokeSignInSessions"), 403, DENIED);
            done(caller.patch("/v1.0/users/" + user, "{'jobTitle':'Pilot'}"));
        }
        SOURCE.get("/v1.0/users/" + user).statusCode(200).body("jobTitle", is("Pilot"));
    }

    @Test
    void aRoleForAPartOfTheDirectoryIsARoleToo() {
        String application = created(SOURCE.post("/v1.0/applications", "{'displayName':'Crew'}"));
        created(SOURCE.post(
                "/v1.0/roleManagement/directory/roleAssignments",
                "{'roleDefinitionId':'" + Roles.APPLICATION_ADMINISTRATOR + "','principalId':'" + outside
                        + "','directoryScopeId':'/" + application + "'}"));

        refused(
                SOURCE.app("User.ReadWrite.All").patch("/v1.0/users/" + outside, "{'accountEnabled':false}"),
                403,
                DENIED);
    }

    private static String bind(String name, String id) {
        return "'" + name + "@odata.bind':[" + USERS + id + "']";
    }

    private static ValidatableResponse made(String way, GraphHttp caller) {
        String body = groupBody("others", "'isAssignableToRole':true");
        return way.startsWith("PATCH")
                ? caller.with("Prefer", "create-if-missing").patch("/v1.0/groups(uniqueName='others')", body)
                : caller.post("/v1.0/groups", body);
    }

    private String path(String path) {
        return "/v1.0" + path.replace("{g}", group).replace("{in}", inside);
    }

    private ValidatableResponse call(GraphHttp caller, String version, String way) {
        String[] parts = way.split(" ", 3);
        String path = path(parts[1]).replace("/v1.0", version);
        String body = parts.length < 3
                ? ""
                : parts[2].replace("{ref}", reference(outside)).replace("{bind}", USERS + outside + "'");
        return switch (parts[0]) {
            case "DELETE" -> caller.delete(path);
            case "PATCH" -> caller.patch(path, body);
            default -> caller.post(path, body);
        };
    }

    /** Everything that the ways above could change. */
    private Object state() {
        Map<String, Object> shown =
                SOURCE.get(path("/groups/{g}")).statusCode(200).extract().path("");
        List<String> members = SOURCE.get(path("/groups/{g}/members")).extract().path("value.id");
        List<String> owners = SOURCE.get(path("/groups/{g}/owners")).extract().path("value.id");
        return List.of(shown, members, owners);
    }
}
