package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.groupBody;
import static io.tenantry.graph.GraphHttp.refused;
import static io.tenantry.graph.GraphHttp.userBody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** odata-protocol.md §11 and §12: what bodies may hold. */
@QuarkusTest
class BodiesHttpTest implements TwoTenants {
    private static final String BAD = "Request_BadRequest";

    private static String url(String id) {
        return "'https://graph.microsoft.com/v1.0/users/" + id + "'";
    }

    @Test
    void aPatchMergesComplexValuesAndReplacesCollections() {
        String ana = "/v1.0/users/"
                + SOURCE.newUser(
                        "ana",
                        "'otherMails':['a@x.example','b@x.example'],'employeeOrgData':{'division':'North','costCenter':'7'}");
        SOURCE.patch(ana, "{'otherMails':['c@x.example'],'employeeOrgData':{'costCenter':null}}")
                .statusCode(204);

        SOURCE.get(ana + "?$select=otherMails,employeeOrgData")
                .body("otherMails", contains("c@x.example"))
                .body("employeeOrgData.division", is("North"))
                .body("employeeOrgData.costCenter", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "jobTitle,5",
                "employeeHireDate,'soon'",
                "employeeHireDate,'+10000-01-01T00:00:00Z'",
                "employeeHireDate,'0000-12-31T23:59:59Z'",
                "otherMails,'a@x.example'",
                "employeeOrgData,'x'",
                "accountEnabled,'yes'"
            })
    void aValueOfAnotherTypeIsNamedWithItsResource(String property, String value) {
        String message = "Invalid value specified for property '" + property + "' of resource 'User'.";

        refused(
                        SOURCE.patch("/v1.0/users/" + SOURCE.newUser("ana"), "{'" + property + "':" + value + "}"),
                        400,
                        BAD,
                        message)
                .body("error.details[0].target", is(property))
                .body("error.details[0].code", is("InvalidValue"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'jobTitle':'Docker','jobTitle':'Pilot'}",
                "{'jobTitle':'Docker','JobTitle':'Pilot'}",
                "{'jobTitle':null,'jobTitle':null}",
                "{'employeeOrgData':{'division':'North','division':'South'}}",
                "{'employeeOrgData':{'division':'North','Division':'South'}}",
                "{'shoeSize':1,'shoeSize':2}"
            })
    void aPropertyStandsOnceInABody(String body) {
        String ana = "/v1.0/users/" + SOURCE.newUser("ana");

        refused(SOURCE.patch(ana, body), 400, "BadRequest");
        refused(SOURCE.post("/v1.0/users", body), 400, "BadRequest");
        SOURCE.get(ana + "?$select=jobTitle").body("jobTitle", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,204",
        "application/json;charset=utf-8,204",
        "text/json,204",
        "application/problem+json,204",
        "application/xml,415",
        "application/x-www-form-urlencoded,415",
        "text/plain;format=json,415"
    })
    void aBodyIsJsonByItsMediaType(String contentType, int status) {
        String ana = "/v1.0/users/" + SOURCE.newUser("ana");

        SOURCE.with("Content-Type", contentType)
                .patch(ana, "{'jobTitle':'Docker'}")
                .statusCode(status);
    }

    @Test
    void whatCannotBeNullIsNotCleared() {
        String app = created(SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}"));
        String appId = SOURCE.get("/v1.0/applications/" + app).extract().path("appId");
        String principal = "/v1.0/servicePrincipals/"
                + created(SOURCE.post("/v1.0/servicePrincipals", "{'appId':'" + appId + "'}"));

        refused(
                SOURCE.patch(principal, "{'appRoleAssignmentRequired':null}"),
                400,
                BAD,
                "Invalid value specified for property 'appRoleAssignmentRequired' of resource 'ServicePrincipal'.");
        SOURCE.patch(principal, "{'notes':null,'tags':null}").statusCode(204);
        SOURCE.get(principal).body("tags", hasSize(0));
    }

    @Test
    void aBooleanMayComeAsText() {
        String ana = "/v1.0/users/" + SOURCE.newUser("ana");
        SOURCE.patch(ana, "{'accountEnabled':'False'}").statusCode(204);

        SOURCE.get(ana + "?$select=accountEnabled").body("accountEnabled", is(false));
    }

    @Test
    void aReadOnlyValueMayComeBackUnchanged() {
        String id = SOURCE.newUser("ana");

        SOURCE.patch("/v1.0/users/" + id, "{'id':'" + id + "','jobTitle':'Docker'}")
                .statusCode(204);
        refused(
                SOURCE.patch("/v1.0/users/" + id, "{'createdDateTime':'2020-01-01T00:00:00Z'}"),
                400,
                BAD,
                "Property 'createdDateTime' is read-only and cannot be set.");
    }

    // ---- references

    @ParameterizedTest
    @ValueSource(strings = {"'members':[{'id':'x'}]", "'memberOf':[]"})
    void relatedObjectsDoNotComeAsValues(String members) {
        refused(SOURCE.post("/v1.0/groups", groupBody("dock", members)), 400, BAD);
    }

    @Test
    void aManagerIsBoundOnCreationOnly() {
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben", "'manager@odata.bind':" + url(ana));

        SOURCE.get("/v1.0/users/" + ben + "/manager").body("id", is(ana));
        refused(
                SOURCE.patch("/v1.0/users/" + ana, "{'manager@odata.bind':" + url(ben) + "}"),
                400,
                BAD,
                "Invalid property 'manager'.");
        refused(SOURCE.patch("/v1.0/users/" + ana, "{'manager':{'id':'" + ben + "'}}"), 400, BAD);
        SOURCE.get("/v1.0/users/" + ana).body("", not(hasKey("manager")));
    }

    @Test
    void onlyWritableRelationshipsAreBound() {
        String ana = SOURCE.newUser("ana");
        String dock = "/v1.0/groups/" + SOURCE.newGroup("dock");

        refused(
                SOURCE.patch(dock, "{'memberOf@odata.bind':[" + url(ana) + "]}"),
                400,
                BAD,
                "Invalid property 'memberOf'.");
        refused(
                SOURCE.post("/v1.0/users", userBody("ben", "'directReports@odata.bind':[" + url(ana) + "]")),
                400,
                BAD,
                "Invalid property 'directReports'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[5]", "{'x':1}"})
    void whatIsBoundIsAnAddress(String bound) {
        refused(
                SOURCE.patch("/v1.0/groups/" + SOURCE.newGroup("dock"), "{'members@odata.bind':" + bound + "}"),
                400,
                BAD,
                "Invalid value specified for property 'members' of resource 'Group'.");
    }

    @Test
    void ownersOfAnApplicationAreBoundOnCreation() {
        String ana = SOURCE.newUser("ana");
        String app = created(
                SOURCE.post("/v1.0/applications", "{'displayName':'Crane','owners@odata.bind':[" + url(ana) + "]}"));

        SOURCE.get("/v1.0/applications/" + app + "/owners").body("value.id", contains(ana));
    }

    @Test
    void anExtensionIsNamedInAnyCaseAndKeptAsDefined() {
        String app = created(SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}"));
        String name = SOURCE.post(
                        "/v1.0/applications/" + app + "/extensionProperties",
                        "{'name':'costGroup','dataType':'String','targetObjects':['User']}")
                .extract()
                .path("name");
        String ana = "/v1.0/users/" + SOURCE.newUser("ana");
        SOURCE.patch(ana, "{'" + name.replace("extension_", "Extension_") + "':'north'}")
                .statusCode(204);

        SOURCE.get(ana + "?$select=" + name).body(name, is("north"));
        refused(
                SOURCE.patch(ana, "{'Extension_x':'north'}"),
                400,
                BAD,
                "The following extension properties are not available: Extension_x.");
    }

    /** directory.md §11. */
    @Test
    void anObjectHoldsAHundredValuesOfExtensions() {
        String app = created(SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}"));
        String several = extension(app, "'name':'berths','dataType':'String','isMultiValued':true");
        String since = extension(app, "'name':'since','dataType':'DateTime'");
        String ana = "/v1.0/users/" + SOURCE.newUser("ana");
        SOURCE.patch(ana, "{'" + several + "':[" + "'a',".repeat(98) + "'z']}").statusCode(204);
        SOURCE.patch(ana, "{'" + since + "':'2026-01-05T10:00:00+02:00'}").statusCode(204);

        SOURCE.get(ana + "?$select=" + since).body(since, is("2026-01-05T08:00:00Z"));
        SOURCE.patch(ana, "{'" + several + "':[" + "'a',".repeat(99) + "'z']}")
                .statusCode(400)
                .body("error.code", is("Directory_ResourceSizeExceeded"));
    }

    private static String extension(String app, String definition) {
        return SOURCE.post(
                        "/v1.0/applications/" + app + "/extensionProperties",
                        "{" + definition + ",'targetObjects':['User']}")
                .statusCode(201)
                .extract()
                .path("name");
    }

    // ---- single properties

    @Test
    void aPropertyCanBeReadAlone() {
        String ana = "/v1.0/users/" + SOURCE.newUser("ana", "'otherMails':['a@x.example']");

        SOURCE.get(ana + "/displayName").body("value", is("ana"));
        SOURCE.get(ana + "/displayName/$value").contentType("text/plain").body(is("ana"));
        SOURCE.get(ana + "/jobTitle/$value").statusCode(204);
        SOURCE.get(ana + "/otherMails/$count").body(is("1"));
    }

    @ParameterizedTest
    @CsvSource({
        "/displayName/$count,$count",
        "/otherMails/$value,$value",
        "/employeeOrgData/$value,$value",
        "/$value,$value"
    })
    void whatHasNoNumberOrTextHasNoSuchSegment(String path, String segment) {
        String ana = "/v1.0/users/" + SOURCE.newUser("ana", "'employeeOrgData':{'division':'North'}");

        refused(SOURCE.get(ana + path), 400, "BadRequest", "Resource not found for the segment '" + segment + "'.");
    }
}
