package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No option is ignored silently (field-findings.md §2). */
@QuarkusTest
class OptionsHttpTest implements TwoTenants {
    private static final String FIND =
            "tenantRelationships/findTenantInformationByTenantId(tenantId='" + TARGET_ID + "')";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "users/{id} | $filter=displayName eq 'x'",
                "users/{id} | filter=displayName eq 'x'",
                "users/{id} | $search=%22displayName:x%22",
                "users/{id} | $orderby=displayName",
                "users/{id} | $top=1",
                "users/{id} | $skiptoken=x",
                "users/{id} | $deltatoken=x",
                "users/{id} | $foo=1",
                "users/{id}/manager | $top=1",
                "users/{id}/displayName | $select=id",
                "users/{id}/displayName | $filter=id eq 'x'",
                "users/{id}/displayName/$value | $expand=manager",
                "users/{id}/otherMails | $top=1",
                "users/{id}/otherMails/$count | $filter=id eq 'x'",
                "users/{id}/memberOf/$ref | $select=id",
                "users/{id}/manager/$ref | $top=1",
                "users/{id}/manager/$ref | $expand=manager",
                "users | $deltatoken=x",
                "users | $levels=2",
                "users/$count | $top=1",
                "users/$count | $orderby=displayName",
                "users/$count | $select=id",
                "users/$count | $foo=1",
                "users/delta | $top=1",
                "users/delta | $orderby=displayName",
                "users/delta | $search=%22displayName:x%22",
                "users/delta | $count=true",
                "policies/crossTenantAccessPolicy | $top=1",
                "policies/crossTenantAccessPolicy/default | $filter=isServiceDefault eq true",
                "directoryRoleTemplates | $search=%22displayName:x%22",
                "directoryRoleTemplates | $orderby=displayName",
                "domains | $search=%22id:x%22",
                "organization | $filter=displayName eq 'x'",
                FIND + " | $filter=tenantId eq 'x'",
                FIND + " | $top=1",
                FIND + " | $select=tenantId",
                "users | $filter=department eq '%FF'",
                "users | $select=%C3",
                "users | $count=banana",
                "users | $count=",
                "users/{id}/memberOf | count=yes",
                "domains | $count=1",
                "users | $select=employeeOrgData/nonsense",
                "users | $select=displayName/nonsense",
                "users/{id} | $select=onPremisesExtensionAttributes/extensionAttribute16",
                "users | $filter=",
                "users | filter=%20",
                "users | $search=",
                "users/$count | $filter=",
                "users/{id}/memberOf | $filter="
            })
    void whatAResourceDoesNotTakeIsRefused(String path, String option) {
        String address = path.replace("{id}", SOURCE.newUser("ana")) + "?" + option;

        for (String version : List.of("/v1.0/", "/beta/")) {
            SOURCE.eventual().get(version + address).statusCode(400).body("error.code", not(is("")));
        }
    }

    /** Hamilton, the client of the Terraform provider, asks so before it removes a member or an owner. */
    @ParameterizedTest
    @CsvSource({"groups,members", "groups,owners", "applications,owners", "servicePrincipals,owners"})
    void ofASingleReferenceSomethingMayBeSelected(String type, String kind) {
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        String app = GraphHttp.created(SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}"));
        String appId = SOURCE.get("/v1.0/applications/" + app).extract().path("appId");
        String crane = GraphHttp.created(SOURCE.post("/v1.0/servicePrincipals", "{'appId':'" + appId + "'}"));
        String owned =
                switch (type) {
                    case "groups" -> SOURCE.newGroup("dock");
                    case "applications" -> app;
                    default -> crane;
                };
        String path = "/" + type + "/" + owned + "/" + kind + "/";
        GraphHttp.done(SOURCE.post("/v1.0" + path + "$ref", GraphHttp.reference(ana)));

        for (String version : List.of("/v1.0", "/beta")) {
            SOURCE.get(version + path + ana + "/$ref?$select=id,url")
                    .statusCode(200)
                    .body("'@odata.id'", endsWith("/directoryObjects/" + ana + "/Microsoft.DirectoryServices.User"));
            GraphHttp.missing(SOURCE.get(version + path + ben + "/$ref?$select=id,url"), ben);
        }
    }

    @Test
    void theSignForUnreadableBytesMayBeSent() {
        SOURCE.get("/v1.0/users?$filter=department eq '%EF%BF%BD'").statusCode(200);
    }

    @Test
    void ofASingleObjectTheErrorSaysWhy() {
        refused(
                SOURCE.get("/v1.0/users/" + SOURCE.newUser("ana") + "?$filter=displayName eq 'x'"),
                400,
                "BadRequest",
                "The requested resource is not a collection. Query options $filter, $orderby, $count, $skip, and $top can be applied only"
                        + " on collections.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$filter=displayName eq 'x'", "$top=1", "$search=x", "$foo=1", "$expand=manager"})
    void writesAndActionsTakeNone(String option) {
        String ana = SOURCE.newUser("ana");

        for (ValidatableResponse answer : List.of(
                SOURCE.delete("/v1.0/users/" + ana + "?" + option),
                SOURCE.patch("/v1.0/users/" + ana + "?" + option, "{'jobTitle':'Docker'}"),
                SOURCE.post("/v1.0/users?" + option, GraphHttp.userBody("ben")),
                SOURCE.post("/v1.0/users/" + ana + "/revokeSignInSessions?" + option),
                SOURCE.post("/v1.0/directoryObjects/getByIds?" + option, "{'ids':['" + ana + "']}"))) {
            refused(answer, 400, "BadRequest");
        }
        SOURCE.get("/v1.0/users").body("value", hasSize(1)).body("value[0].jobTitle", nullValue());
    }

    @Test
    void customOptionsDoNotMatter() {
        String ana = SOURCE.newUser("ana");

        for (String path : List.of("users", "users/" + ana, "users/" + ana + "/displayName", "users/delta")) {
            SOURCE.get("/v1.0/" + path + "?foo=1&api-version=1.6").statusCode(200);
        }
    }

    @Test
    void whatGetByIdsAndCreationAnswerIsNarrowed() {
        String ana = SOURCE.newUser("ana");

        SOURCE.post("/v1.0/directoryObjects/getByIds?$select=id,DisplayName", "{'ids':['" + ana + "']}")
                .statusCode(200)
                .body("'@odata.context'", endsWith("#directoryObjects(id,displayName)"))
                .body("value[0].id", is(ana))
                .body("value[0].displayName", is("ana"))
                .body("value[0]", not(hasKey("mail")));
        refused(
                SOURCE.post("/v1.0/directoryObjects/getByIds?$select=shoeSize", "{'ids':['" + ana + "']}"),
                400,
                "BadRequest");
        SOURCE.post("/v1.0/groups?$select=id", GraphHttp.groupBody("dock"))
                .statusCode(201)
                .body("", not(hasKey("displayName")));
    }

    @Test
    void whatNeverChangesIsPagedAndCountedWhenAsked() {
        String path = "/v1.0/directoryRoleTemplates";
        int all = SOURCE.get(path)
                .body("", not(hasKey("@odata.nextLink")))
                .extract()
                .path("value.size()");

        String next = SOURCE.get(path + "?$top=10&$count=true")
                .body("value", hasSize(10))
                .body("'@odata.count'", is(all))
                .extract()
                .path("'@odata.nextLink'");
        SOURCE.get(next.replace("$top=10", "$top=999"))
                .body("value", hasSize(all - 10))
                .body("", not(hasKey("@odata.nextLink")));
        refused(SOURCE.get(path + "?$skiptoken=WzFd"), 400, "", "Invalid Skip Token");
    }
}
