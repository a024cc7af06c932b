package io.tenantry.directory.application;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.missing;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** directory.md §11 and §15. */
@QuarkusTest
class ApplicationsHttpTest implements TwoTenants {
    private static final String NO_ROLE = "00000000-0000-0000-0000-000000000000";

    private String application;
    private String appId;

    @BeforeEach
    void application() {
        ValidatableResponse made =
                SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}").statusCode(201);
        application = made.extract().path("id");
        appId = made.extract().path("appId");
    }

    private String servicePrincipal() {
        return created(SOURCE.post("/v1.0/servicePrincipals", "{'appId':'" + appId + "'}"));
    }

    private String extension(String name) {
        return "extension_" + appId.replace("-", "") + "_" + name;
    }

    private ValidatableResponse define(String name, String more) {
        return SOURCE.post(
                "/v1.0/applications/" + application + "/extensionProperties",
                "{'name':'" + name + "','dataType':'String','targetObjects':['User']" + more + "}");
    }

    /** Small limits where values meet indexes: 50,000 addresses took 18 seconds of everyone's writes. */
    @ParameterizedTest
    @ValueSource(strings = {"identifierUris", "tags", "web/redirectUris", "notes", "appRoles"})
    void nothingIsAsLargeAsABodyMayBe(String property) {
        String many = "[" + "'api://a/b',".repeat(20_000) + "'api://c/d']";
        String value =
                switch (property) {
                    case "notes" -> "{'notes':'" + "n".repeat(1_000_000) + "'}";
                    case "web/redirectUris" -> "{'web':{'redirectUris':" + many + "}}";
                    case "appRoles" -> "{'appRoles':[" + "{'value':'a'},".repeat(20_000) + "{'value':'b'}]}";
                    default -> "{'" + property + "':" + many + "}";
                };
        refused(
                SOURCE.patch("/v1.0/applications/" + application, value),
                400,
                "Directory_ResourceSizeExceeded",
                "The size of the object has exceeded its limit. Please reduce the number of values and retry your request.");
    }

    @Test
    void anExtensionIsNamedAfterItsApplication() {
        define("costGroup", "")
                .statusCode(201)
                .body("'@odata.context'", endsWith("#applications('" + application + "')/extensionProperties/$entity"))
                .body("name", is(extension("costGroup")))
                .body("isMultiValued", is(false));
        SOURCE.post("/v1.0/directoryObjects/getAvailableExtensionProperties", "{'isSyncedFromOnPremises':false}")
                .body("value.name", contains(extension("costGroup")));
    }

    @Test
    void anExtensionIsServedWhenSelectedAndFiltered() {
        define("costGroup", "");
        String name = extension("costGroup");
        String id = SOURCE.newUser("ana", "'" + name + "':'K1'");
        SOURCE.newUser("ben");

        SOURCE.get("/v1.0/users/" + id).body("", not(hasKey(name)));
        SOURCE.get("/v1.0/users?$select=id," + name + "&$filter=" + name + " eq 'k1'")
                .body("value", hasSize(1))
                .body("value[0]." + name, is("K1"));
        SOURCE.get("/v1.0/users?$filter=startswith(" + name + ",'K')").body("value.id", contains(id));
    }

    /** directory.md §11. */
    @Test
    void valuesEndWithTheDefinition() {
        String definition = define("costGroup", "").extract().path("id");
        String name = extension("costGroup");
        define("berth", "");
        String live = SOURCE.newUser("ana", "'" + name + "':'K1','" + extension("berth") + "':'B7'");
        String deleted = SOURCE.newUser("ben", "'" + name + "':'K1'");
        String restored = SOURCE.newUser("cho", "'" + name + "':'K1'");
        String later = SOURCE.newUser("dov", "'" + name + "':'K1'");
        done(SOURCE.delete("/v1.0/users/" + deleted));
        done(SOURCE.delete("/v1.0/users/" + restored));
        SOURCE.post("/v1.0/directory/deletedItems/" + restored + "/restore").statusCode(200);
        done(SOURCE.patch("/v1.0/users/" + later, "{'" + name + "':null}"));
        done(SOURCE.patch("/v1.0/users/" + later, "{'" + name + "':'K2'}"));
        String link = SOURCE.get("/v1.0/users/delta?$deltatoken=latest&$select=" + name)
                .extract()
                .path("'@odata.deltaLink'");
        done(SOURCE.delete("/v1.0/applications/" + application + "/extensionProperties/" + definition));

        define("costGroup", "").statusCode(201);
        SOURCE.post("/v1.0/directory/deletedItems/" + deleted + "/restore").statusCode(200);
        for (String id : List.of(live, deleted, restored, later)) {
            SOURCE.get("/v1.0/users/" + id + "?$select=id," + name).body(name, nullValue());
        }
        SOURCE.get("/v1.0/users/" + live + "?$select=" + extension("berth")).body(extension("berth"), is("B7"));
        SOURCE.get("/v1.0/users?$filter=" + name + " eq 'K1'").body("value", hasSize(0));
        SOURCE.get(link).body("value.id", hasItem(live));
    }

    @Test
    void theyEndWithTheApplicationToo() {
        define("costGroup", "");
        String name = extension("costGroup");
        String id = SOURCE.newUser("ana", "'" + name + "':'K1'");
        done(SOURCE.delete("/v1.0/applications/" + application));
        done(SOURCE.delete("/v1.0/directory/deletedItems/" + application));

        SOURCE.get("/v1.0/users/" + id + "?$select=id," + name).body(name, nullValue());
    }

    @ParameterizedTest
    @CsvSource({"AAEC,204", "A-E_,400", "?,400", "A,400"})
    void aBinaryValueIsBase64(String value, int status) {
        String name = SOURCE.post(
                        "/v1.0/applications/" + application + "/extensionProperties",
                        "{'name':'seal','dataType':'Binary','targetObjects':['User']}")
                .extract()
                .path("name");

        SOURCE.patch("/v1.0/users/" + SOURCE.newUser("ana"), "{'" + name + "':'" + value + "'}")
                .statusCode(status);
    }

    @Test
    void severalValuesCarryTheirType() {
        define("tags", ",'isMultiValued':true");
        String name = extension("tags");
        String id = SOURCE.newUser("ana", "'" + name + "':['a','b']");

        SOURCE.get("/v1.0/users/" + id + "?$select=" + name)
                .body("'" + name + "@odata.type'", is("#Collection(String)"))
                .body(name, contains("a", "b"));
    }

    @Test
    void anExtensionThatNobodyDefinedIsNotAvailable() {
        String name = extension("nothing");

        refused(
                SOURCE.patch("/v1.0/users/" + SOURCE.newUser("ana"), "{'" + name + "':'x'}"),
                400,
                "Request_BadRequest",
                "The following extension properties are not available: " + name + ".");
    }

    @Test
    void anAssignmentIsSeenFromBothSides() {
        String resource = servicePrincipal();
        String ana = SOURCE.newUser("ana");
        String body = "{'principalId':'" + ana + "','resourceId':'" + resource + "','appRoleId':'" + NO_ROLE + "'}";
        String assigned = "/v1.0/servicePrincipals/" + resource + "/appRoleAssignedTo";
        String id = created(SOURCE.post(assigned, body)
                .body("'@odata.context'", endsWith("#servicePrincipals('" + resource + "')/appRoleAssignedTo/$entity"))
                .body("principalType", is("User"))
                .body("resourceDisplayName", is("Crane")));

        SOURCE.get("/v1.0/users/" + ana + "/appRoleAssignments")
                .body("value.id", contains(id))
                .body("value[0].createdDateTime", notNullValue());
        SOURCE.get("/beta/users/" + ana + "/appRoleAssignments")
                .body("value[0].creationTimestamp", notNullValue())
                .body("value[0]", not(hasKey("createdDateTime")));
        SOURCE.post("/v1.0/users/" + ana + "/appRoleAssignments", body).statusCode(400);
        refused(
                SOURCE.post("/v1.0/users/" + SOURCE.newUser("ben") + "/appRoleAssignments", body),
                400,
                "Request_BadRequest",
                "Not a valid reference update.");
        done(SOURCE.delete(assigned + "/" + id));
        missing(SOURCE.delete(assigned + "/" + id), id);
    }

    @Test
    void anAssignmentNeedsARoleOfTheResource() {
        String resource = servicePrincipal();
        String ana = SOURCE.newUser("ana");

        refused(
                SOURCE.post(
                        "/v1.0/servicePrincipals/" + resource + "/appRoleAssignedTo",
                        "{'principalId':'" + ana + "','resourceId':'" + resource + "','appRoleId':'" + UNKNOWN + "'}"),
                400,
                "Request_BadRequest");
    }

    @Test
    void aDelegatedGrantStandsOnce() {
        String client = servicePrincipal();
        String graph = SOURCE.get("/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')")
                .extract()
                .path("id");
        String body = "{'clientId':'" + client + "','consentType':'AllPrincipals','resourceId':'" + graph
                + "','scope':'User.Read'}";
        String id = created(SOURCE.post("/v1.0/oauth2PermissionGrants", body).body("principalId", nullValue()));

        refused(
                SOURCE.post("/v1.0/oauth2PermissionGrants", body),
                409,
                "Request_MultipleObjectsWithSameKeyValue",
                "Permission entry already exists.");
        done(SOURCE.patch("/v1.0/oauth2PermissionGrants/" + id, "{'scope':'Group.Read.All'}"));
        SOURCE.get("/v1.0/servicePrincipals/" + client + "/oauth2PermissionGrants")
                .body("value.scope", contains("Group.Read.All"));
    }

    @Test
    void theServicePrincipalGoesWithItsApplicationAndDoesNotComeBackWithIt() {
        String id = servicePrincipal();
        done(SOURCE.delete("/v1.0/applications/" + application));
        missing(SOURCE.get("/v1.0/servicePrincipals/" + id), id);
        SOURCE.get("/v1.0/directory/deletedItems/microsoft.graph.application").body("value.id", hasItem(application));

        SOURCE.post("/v1.0/directory/deletedItems/" + application + "/restore").statusCode(200);
        SOURCE.get("/v1.0/servicePrincipals/" + id).statusCode(404);
    }
}
