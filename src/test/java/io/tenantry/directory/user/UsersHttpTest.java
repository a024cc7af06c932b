package io.tenantry.directory.user;

import static io.restassured.RestAssured.given;
import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.groupBody;
import static io.tenantry.graph.GraphHttp.missing;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static io.tenantry.graph.GraphHttp.userBody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** directory.md §2 to §4. */
@QuarkusTest
class UsersHttpTest implements TwoTenants {
    private static final String USERS = "/v1.0/users";
    private static final String BAD = "Request_BadRequest";

    @Test
    void whoNeverSignedInHasNoActivity() {
        String ana = SOURCE.newUser("ana");

        SOURCE.get("/v1.0/users/" + ana + "?$select=id,signInActivity")
                .body("id", is(ana))
                .body("", not(hasKey("signInActivity")));
        SOURCE.get("/beta/users?$select=id,signInActivity&$top=999").body("value[0]", not(hasKey("signInActivity")));
        SOURCE.get("/v1.0/users/" + ana + "/signInActivity").statusCode(204);
    }

    @Test
    void sponsorsAreFoundFromBothSides() {
        String ana = SOURCE.newUser("ana");
        String ben =
                SOURCE.newUser("ben", "'sponsors@odata.bind':['https://graph.microsoft.com/v1.0/users/" + ana + "']");

        SOURCE.get("/v1.0/users/" + ben + "/sponsors").body("value.id", contains(ana));
        SOURCE.get("/v1.0/users/" + ana + "/sponsorOf").statusCode(200).body("value.id", contains(ben));
        SOURCE.app("Group.Read.All").get("/v1.0/users/" + ana + "/sponsorOf").statusCode(403);
    }

    /** As MSIdentityTools makes inviters sponsors. */
    @Test
    void sponsorsAreAddedByUpdateToo() {
        String ana = SOURCE.newUser("ana");
        String cho = SOURCE.newUser("cho");
        String bound = "'sponsors@odata.bind':['https://graph.microsoft.com/beta/users/%s']";
        String ben = SOURCE.newUser("ben", bound.formatted(ana));

        done(SOURCE.patch(USERS + "/" + ben, "{'jobTitle':'Docker'," + bound.formatted(cho) + "}"));
        SOURCE.get(USERS + "/" + ben + "/sponsors").body("value.id", containsInAnyOrder(ana, cho));
        refused(SOURCE.patch(USERS + "/" + ben, "{" + bound.formatted(cho) + "}"), 400, "Request_BadRequest");
        SOURCE.app("User-Phone.ReadWrite.All", "User.Read.All")
                .patch(USERS + "/" + cho, "{" + bound.formatted(ana) + "}")
                .statusCode(403);
        SOURCE.get(USERS + "/" + cho + "/sponsors").body("value", empty());
    }

    @Test
    void aNewUserShowsTheDefaultSetOfTheVersion() {
        SOURCE.post(USERS, userBody("ana", "'department':'Dock'"))
                .statusCode(201)
                .header("Location", containsString("/Microsoft.DirectoryServices.User"))
                .body("'@odata.context'", endsWith("#users/$entity"))
                .body("businessPhones", empty())
                .body("", not(hasKey("department")));
        SOURCE.get("/beta/users/ana@" + DOMAIN).body("department", is("Dock")).body("userType", is("Member"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountEnabled", "displayName", "mailNickname", "userPrincipalName"})
    void whatIsRequiredIsNamedInTurn(String property) {
        String body = userBody("ana").replaceAll("'" + property + "':(true|'[^']*'),", "");

        refused(
                SOURCE.post(USERS, body),
                400,
                BAD,
                "A value is required for property '" + property + "' of resource 'User'.");
    }

    @Test
    void aPasswordIsRequiredAndMustBeStrong() {
        refused(
                SOURCE.post(USERS, userBody("ana").replaceAll(",'passwordProfile':\\{.*?\\}", "")),
                400,
                BAD,
                "A password must be specified to create a new user.");
        refused(SOURCE.post(USERS, userBody("ana").replace("Trellis-42-orbit!", "trellis")), 400, BAD);
    }

    @ParameterizedTest
    @CsvSource({
        "nodomain, Property userPrincipalName is invalid.",
        "'a b@alderwood.onmicrosoft.com', Property userPrincipalName is invalid.",
        "a@nowhere.example, The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization."
    })
    void aPrincipalNameIsWellFormedAndOfAVerifiedDomain(String name, String message) {
        refused(SOURCE.post(USERS, userBody("ana").replace("ana@" + DOMAIN, name)), 400, BAD, message);
    }

    @Test
    void aPrincipalNameIsUnique() {
        String message = "Another object with the same value for property userPrincipalName already exists.";
        SOURCE.newUser("ana");

        refused(SOURCE.post(USERS, userBody("ANA")), 400, BAD, message)
                .body("error.details.code", contains("ObjectConflict"))
                .body("error.details.target", contains("userPrincipalName"));
    }

    @Test
    void aProxyAddressIsUnique() {
        SOURCE.newUser("ana", "'mail':'ana@" + DOMAIN + "'");
        String ben = SOURCE.newUser("ben");

        refused(SOURCE.patch(USERS + "/" + ben, "{'mail':'Ana@" + DOMAIN + "'}"), 400, BAD)
                .body("error.details.code", contains("ObjectConflict", "ConflictingObjects"));
    }

    @Test
    void aNewMailDemotesTheFormerPrimaryAddress() {
        String id = SOURCE.newUser("ana", "'mail':'ana@" + DOMAIN + "'");
        done(SOURCE.patch(USERS + "/" + id, "{'mail':'reis@" + DOMAIN + "'}"));

        SOURCE.get(USERS + "/" + id + "?$select=proxyAddresses")
                .body("proxyAddresses", containsInAnyOrder("SMTP:reis@" + DOMAIN, "smtp:ana@" + DOMAIN));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'shoeSize':4, Invalid property 'shoeSize'.",
                "'createdDateTime':'2020-01-01T00:00:00Z', Property 'createdDateTime' is read-only and cannot be set.",
                "'externalUserState':'Accepted', Property 'externalUserState' is read-only and cannot be set.",
                "'displayName':null, Invalid value specified for property 'displayName' of resource 'User'.",
                "'accountEnabled':null, Invalid value specified for property 'accountEnabled' of resource 'User'.",
                "'employeeId':'12345678901234567', Invalid value specified for property 'employeeId' of resource 'User'.",
                "'usageLocation':'Norway', Invalid value specified for property 'usageLocation' of resource 'User'."
            })
    void aBadPropertyIsNamed(String property, String message) {
        String id = SOURCE.newUser("ana");

        refused(SOURCE.patch(USERS + "/" + id, "{" + property + "}"), 400, BAD, message);
    }

    @Test
    void complexValuesMergeAndNullClears() {
        String id = SOURCE.newUser("ana", "'jobTitle':'Docker'", "'employeeOrgData':{'division':'North'}");
        done(SOURCE.patch(USERS + "/" + id, "{'jobTitle':null,'employeeOrgData':{'costCenter':'7'}}"));

        SOURCE.get(USERS + "/" + id + "?$select=jobTitle,employeeOrgData")
                .body("jobTitle", nullValue())
                .body("employeeOrgData.division", is("North"))
                .body("employeeOrgData.costCenter", is("7"));
    }

    @Test
    void aManagerIsReadSetAndTakenAway() {
        String ana = SOURCE.newUser("ana");
        String manager = USERS + "/" + SOURCE.newUser("ben") + "/manager";
        missing(SOURCE.get(manager), "manager");
        missing(SOURCE.put(manager + "/$ref", reference(UNKNOWN)), UNKNOWN);
        done(SOURCE.put(manager + "/$ref", reference(ana)));

        SOURCE.get(manager)
                .body("'@odata.context'", endsWith("#directoryObjects/$entity"))
                .body("'@odata.type'", is("#microsoft.graph.user"));
        SOURCE.get(manager + "/$ref").body("'@odata.id'", endsWith(ana + "/Microsoft.DirectoryServices.User"));
        done(SOURCE.delete(manager + "/$ref"));
        SOURCE.delete(manager + "/$ref").statusCode(404);
    }

    @Test
    void membershipsAreTransitive() {
        String ana = SOURCE.newUser("ana");
        String inner = SOURCE.newGroup("inner");
        String outer = SOURCE.newGroup("outer");
        SOURCE.post("/v1.0/groups/" + inner + "/members/$ref", reference(ana));
        SOURCE.post("/v1.0/groups/" + outer + "/members/$ref", reference(inner));

        SOURCE.get(USERS + "/" + ana + "/memberOf").body("value.id", contains(inner));
        SOURCE.post(USERS + "/" + ana + "/getMemberGroups", "{'securityEnabledOnly':false}")
                .body("'@odata.context'", endsWith("#Collection(Edm.String)"))
                .body("value", containsInAnyOrder(inner, outer));
        SOURCE.post(USERS + "/" + ana + "/checkMemberObjects", "{'ids':['" + outer + "','" + UNKNOWN + "']}")
                .body("value", contains(outer));
    }

    @Test
    void revokingSessionsAnswersTrue() {
        SOURCE.post(USERS + "/" + SOURCE.newUser("ana") + "/revokeSignInSessions")
                .statusCode(200)
                .body("'@odata.context'", endsWith("#Edm.Boolean"))
                .body("value", is(true));
    }

    @Test
    void meIsForSignedInUsersOnly() {
        refused(
                SOURCE.get("/v1.0/me"),
                400,
                "BadRequest",
                "/me request is only valid with delegated authentication flow.");
        SOURCE.user("User.Read").get("/v1.0/me").statusCode(200).body("'@odata.context'", endsWith("#users/$entity"));
    }

    /** What was made up for its token is stored when something refers to it, unless the name is somebody else's by now. */
    @Test
    void aTokenOutlivesItsUserWithoutTakingTheNameOfAnother() {
        String first = SOURCE.newUser("ana");
        String token = given().contentType("application/json")
                .body("{\"type\":\"delegated\",\"user\":\"" + first
                        + "\",\"scopes\":[\"Group.ReadWrite.All\",\"User.ReadWrite\"]}")
                .post("/_tenantry/tenants/" + SOURCE_ID + "/tokens")
                .then()
                .extract()
                .path("access_token");
        done(SOURCE.delete(USERS + "/" + first));
        done(SOURCE.delete("/v1.0/directory/deletedItems/" + first));
        SOURCE.newUser("ana");

        String group = created(SOURCE.with("Authorization", "Bearer " + token).post("/v1.0/groups", groupBody("crew")));
        SOURCE.get("/v1.0/groups/" + group + "/owners").body("value", empty());
        missing(SOURCE.with("Authorization", "Bearer " + token).patch("/v1.0/me", "{'mobilePhone':'1'}"), first);
    }

    @ParameterizedTest
    @CsvSource({
        "User.ReadBasic.All, 200, 403",
        "Directory.Read.All, 200, 403",
        "User.ReadWrite.All, 200, 204",
        "Group.Read.All, 403, 403"
    })
    void applicationsNeedAPermissionOfTheTable(String permission, int read, int written) {
        String user = USERS + "/" + SOURCE.newUser("ana");

        SOURCE.app(permission).get(user).statusCode(read);
        SOURCE.app(permission).patch(user, "{'jobTitle':'Docker'}").statusCode(written);
    }

    @Test
    void aSignedInUserNeedsScopeAndRole() {
        String body = userBody("ana");

        refused(SOURCE.user("User.ReadWrite.All").post(USERS, body), 403, "Authorization_RequestDenied");
        SOURCE.user("User.ReadWrite.All", "User Administrator")
                .post(USERS, body)
                .statusCode(201);
    }
}
