package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.missing;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** odata-protocol.md §11. */
@QuarkusTest
class PathHttpTest implements TwoTenants {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.0/users/{id}",
                "/v1.0/users/{id}/",
                "/v1.0/users('{id}')",
                "/v1.0/Users/{id}",
                "/v1.0/users/ana@alderwood.onmicrosoft.com",
                "/v1.0/users('ANA@alderwood.onmicrosoft.com')",
                "/v1.0/users(userPrincipalName='ana@alderwood.onmicrosoft.com')",
                "/v1.0/myorganization/users/{id}",
                "/v1.0/directoryObjects/{id}",
                "/beta/users/{id}",
                "/V1.0/users/{id}",
                "/Beta/users/{id}"
            })
    void aKeyHasManyForms(String form) {
        String id = SOURCE.newUser("ana");

        SOURCE.get(form.replace("{id}", id)).statusCode(200).body("id", is(id));
    }

    @Test
    void theErrorQuotesTheKeyAsSent() {
        missing(SOURCE.get("/v1.0/users('Nobody@x.example')"), "Nobody@x.example");
    }

    @Test
    void aKeyThatIsNoGuidIsRefusedWhereOnlyGuidsAreKeys() {
        refused(SOURCE.get("/v1.0/groups/dock"), 400, "Request_BadRequest", "Invalid object identifier 'dock'.");
    }

    @Test
    void applicationsAndServicePrincipalsHaveTheirAppIdAsAKey() {
        String appId = SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}")
                .extract()
                .path("appId");

        SOURCE.get("/v1.0/applications(appId='" + appId + "')").statusCode(200).body("displayName", is("Crane"));
        missing(SOURCE.get("/v1.0/servicePrincipals(appId='" + UNKNOWN + "')"), UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"microsoft.graph.user", "graph.user"})
    void aCastNarrowsACollection(String cast) {
        String user = SOURCE.newUser("ana");
        String group = SOURCE.newGroup("dock");
        SOURCE.post("/v1.0/groups/" + group + "/members/$ref", reference(user));

        SOURCE.get("/v1.0/groups/" + group + "/members/" + cast)
                .statusCode(200)
                .body("'@odata.context'", endsWith("$metadata#users"))
                .body("value.id", is(List.of(user)));
        SOURCE.get("/v1.0/groups/" + group + "/members/microsoft.graph.group").body("value", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta", "delta()", "microsoft.graph.delta", "microsoft.graph.delta()"})
    void functionsHaveShortAndQualifiedNames(String name) {
        SOURCE.get("/v1.0/users/" + name).statusCode(200).body("value", hasSize(0));
    }

    @Test
    void aSegmentThatTheModelDoesNotHaveIs400() {
        String message = "Resource not found for the segment 'persons'.";

        refused(SOURCE.get("/v1.0/persons"), 400, "BadRequest", message);
        refused(SOURCE.get("/v1.0/users/" + UNKNOWN + "/persons"), 400, "BadRequest", message);
    }

    @Test
    void anUnknownVersionIs400() {
        refused(SOURCE.get("/v3.0/users"), 400, "BadRequest", "Invalid version.");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1.0/users/0badc0de-0bad-4bad-8bad-0badc0de0bad",
        "POST, /v1.0/users/0badc0de-0bad-4bad-8bad-0badc0de0bad",
        "PATCH, /v1.0/users",
        "DELETE, /v1.0/users",
        "GET, /v1.0/users/0badc0de-0bad-4bad-8bad-0badc0de0bad/revokeSignInSessions"
    })
    void aMethodThatAPathDoesNotHaveIs405(String method, String path) {
        refused(
                switch (method) {
                    case "PUT" -> SOURCE.put(path, "{}");
                    case "POST" -> SOURCE.post(path, "{}");
                    case "PATCH" -> SOURCE.patch(path, "{}");
                    case "DELETE" -> SOURCE.delete(path);
                    default -> SOURCE.get(path);
                },
                405,
                "Request_BadRequest",
                "Specified HTTP method is not allowed for the request target.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method", "X-HTTP-Method-Override"})
    void patchMayBeSentAsPost(String header) {
        String id = SOURCE.newUser("ana");

        SOURCE.with(header, "PATCH")
                .post("/v1.0/users/" + id, "{'jobTitle':'Docker'}")
                .statusCode(204);
    }

    @Test
    void aSinglePropertyIsServedAsJsonAndAsText() {
        String id = SOURCE.newUser("ana");

        SOURCE.get("/v1.0/users/" + id + "/displayName")
                .body("'@odata.context'", endsWith("#users('" + id + "')/displayName"))
                .body("value", is("ana"));
        SOURCE.get("/v1.0/users/" + id + "/displayName/$value")
                .contentType("text/plain")
                .body(is("ana"));
    }

    @Test
    void aPathLeadsIntoComplexValues() {
        String ana = SOURCE.newUser("ana", "'employeeOrgData':{'division':'Dock'}");
        String user = "/v1.0/users/" + ana;
        String crane = SOURCE.post(
                        "/v1.0/applications",
                        "{'displayName':'Crane','web':{'redirectUris':['https://crane.example'],"
                                + "'implicitGrantSettings':{'enableIdTokenIssuance':true}}}")
                .extract()
                .path("id");
        String web = "/v1.0/applications/" + crane + "/web";

        SOURCE.get(user + "/employeeOrgData/DIVISION")
                .statusCode(200)
                .body("'@odata.context'", endsWith("#users('" + ana + "')/employeeOrgData/division"))
                .body("value", is("Dock"));
        SOURCE.get(user + "/employeeOrgData/division/$value")
                .contentType("text/plain")
                .body(is("Dock"));
        SOURCE.get(web + "/redirectUris").body("value", is(List.of("https://crane.example")));
        SOURCE.get(web + "/redirectUris/$count").body(is("1"));
        SOURCE.get(web + "/implicitGrantSettings")
                .body("'@odata.context'", endsWith("#applications('" + crane + "')/web/implicitGrantSettings"))
                .body("enableIdTokenIssuance", is(true));
        SOURCE.get(web + "/implicitGrantSettings/enableIdTokenIssuance").body("value", is(true));
        SOURCE.app("User.Read.All").get(user + "/employeeOrgData/division").statusCode(200);
        refused(SOURCE.app("User.Read.All").get(web + "/redirectUris"), 403, "Authorization_RequestDenied");
    }

    @Test
    void aPropertyWithoutAValueHasNoContent() {
        String user = "/v1.0/users/" + SOURCE.newUser("ana", "'employeeOrgData':{'division':'Dock'}");

        for (String path :
                List.of("/jobTitle", "/jobTitle/$value", "/employeeOrgData/costCenter", "/passwordProfile/password")) {
            GraphHttp.done(SOURCE.get(user + path));
        }
        GraphHttp.done(SOURCE.get("/v1.0/users/" + SOURCE.newUser("ben") + "/employeeOrgData/division"));
        SOURCE.get(user + "/otherMails").statusCode(200).body("value", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "employeeOrgData/shoeSize, shoeSize",
        "displayName/length, length",
        "assignedLicenses/skuId, skuId",
        "employeeOrgData/division/$count, $count",
        "employeeOrgData/$value, $value"
    })
    void whatAValueDoesNotHaveIsNoSegment(String path, String segment) {
        String id = SOURCE.newUser("ana", "'employeeOrgData':{'division':'Dock'}");

        refused(
                SOURCE.get("/v1.0/users/" + id + "/" + path),
                400,
                "BadRequest",
                "Resource not found for the segment '" + segment + "'.");
    }

    @Test
    void aPartOfAComplexValueIsNotWrittenByItself() {
        String id = SOURCE.newUser("ana");

        refused(
                SOURCE.patch("/v1.0/users/" + id + "/employeeOrgData/division", "{'value':'Dock'}"),
                405,
                "Request_BadRequest");
    }

    @Test
    void patchByAlternateKeyCreatesOnlyWhenTheClientPrefersIt() {
        String path = "/v1.0/groups(uniqueName='depot')";
        missing(SOURCE.patch(path, GraphHttp.groupBody("depot")), "depot");

        SOURCE.with("Prefer", "create-if-missing")
                .patch(path, GraphHttp.groupBody("depot"))
                .statusCode(201)
                .body("uniqueName", is("depot"));
        SOURCE.with("Prefer", "create-if-missing")
                .patch(path, "{'description':'North'}")
                .statusCode(204);
        SOURCE.get(path).body("description", is("North"));
    }
}
