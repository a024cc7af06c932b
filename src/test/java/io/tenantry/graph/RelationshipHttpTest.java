package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What objects lead to: expanded with them, or read as a collection of its own (odata-protocol.md §3, §8). */
@QuarkusTest
class RelationshipHttpTest implements TwoTenants {
    @Test
    void oneRelationshipIsExpandedWithItsOwnSelect() {
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        SOURCE.put("/v1.0/users/" + ben + "/manager/$ref", reference(ana));

        SOURCE.get("/v1.0/users/" + ben + "?$select=id,displayName&$expand=manager($select=id,displayName)")
                .body("'@odata.context'", endsWith("#users(id,displayName,manager(id,displayName))/$entity"))
                .body("manager.'@odata.type'", is("#microsoft.graph.user"))
                .body("manager.displayName", is("ana"));
        refused(SOURCE.get("/v1.0/users?$expand=manager,memberOf"), 400, "Request_UnsupportedQuery");
        refused(SOURCE.get("/v1.0/users?$expand=jobTitle"), 400, "ExpandNotSupported");
        refused(SOURCE.get("/v1.0/policies/crossTenantAccessPolicy?$expand=partners"), 400, "ExpandNotSupported");
    }

    @Test
    void everyObjectOfAPageShowsWhatItIsAssignedTo() {
        String appId = SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}")
                .extract()
                .path("appId");
        String crane = GraphHttp.created(SOURCE.post("/v1.0/servicePrincipals", "{'appId':'" + appId + "'}"));
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        SOURCE.newUser("cho");
        for (String user : List.of(ana, ben)) {
            SOURCE.post(
                            "/v1.0/users/" + user + "/appRoleAssignments",
                            "{'principalId':'" + user + "','resourceId':'" + crane
                                    + "','appRoleId':'00000000-0000-0000-0000-000000000000'}")
                    .statusCode(201);
        }
        String names = "$orderby=displayName&$select=displayName&$expand=";

        SOURCE.get("/v1.0/users?" + names + "appRoleAssignments($select=principalId)")
                .statusCode(200)
                .body("value.appRoleAssignments.principalId", is(List.of(List.of(ana), List.of(ben), List.of())));
        SOURCE.get("/v1.0/servicePrincipals/" + crane + "?$expand=appRoleAssignedTo")
                .body(
                        "appRoleAssignedTo.principalId.sort()",
                        contains(List.of(ana, ben).stream().sorted().toArray()));
        SOURCE.get("/v1.0/users?" + names + "transitiveMemberOf")
                .body("value.transitiveMemberOf", is(List.of(List.of(), List.of(), List.of())));
        refused(SOURCE.get("/v1.0/users?" + names + "licenseDetails"), 400, "ExpandNotSupported");
    }

    @Test
    void managersAreFollowedOverLevels() {
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        String cho = SOURCE.newUser("cho");
        SOURCE.put("/v1.0/users/" + ben + "/manager/$ref", reference(ana));
        SOURCE.put("/v1.0/users/" + cho + "/manager/$ref", reference(ben));

        SOURCE.eventual()
                .get("/v1.0/users/" + cho + "?$expand=manager($levels=max;$select=id)&$select=id&$count=true")
                .body("manager.manager.id", is(ana))
                .body("manager.manager", not(hasKey("manager")));
        SOURCE.get("/v1.0/users/" + cho + "?$expand=manager($levels=1;$select=id)")
                .body("manager", not(hasKey("manager")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members?$filter=startswith(displayName,'a')&$count=true",
                "members?$filter=id ne '5a1de000-5eed-4a11-8d00-00000000a11d'&$count=true",
                "members?$filter=not(id eq '5a1de000-5eed-4a11-8d00-00000000a11d')&$count=true",
                "members?$filter=id eq '0badc0de-0bad-4bad-8bad-0badc0de0bad' and displayName eq 'ana'&$count=true",
                "members/microsoft.graph.user?$filter=startswith(displayName,'a')&$count=true",
                "transitiveMembers/microsoft.graph.user?$filter=startswith(displayName,'a')&$orderby=displayName&$count=true"
            })
    void whatARelationshipLeadsToIsFilteredInAdvancedQueriesOnly(String path) {
        String ana = SOURCE.newUser("ana");
        String dock = SOURCE.newGroup("dock");
        SOURCE.post("/v1.0/groups/" + dock + "/members/$ref", reference(ana));
        String address = "/v1.0/groups/" + dock + "/" + path.replace(UNKNOWN, ana);

        SOURCE.eventual().get(address).body("value.id", contains(ana)).body("'@odata.count'", is(1));
        for (ValidatableResponse plain :
                List.of(SOURCE.get(address), SOURCE.eventual().get(address.replace("&$count=true", "")))) {
            refused(
                    plain,
                    400,
                    "Request_UnsupportedQuery",
                    "The specified filter to the reference property query is currently not supported.");
        }
        refused(SOURCE.get(address.replace("$filter=", "$filter=(")), 400, "BadRequest");
    }

    /** Scripts ask for members of every type that there may be, one after the other. */
    @ParameterizedTest
    @ValueSource(strings = {"device", "orgContact", "administrativeUnit"})
    void aCastToWhatNobodyHasIsEmpty(String type) {
        String ana = SOURCE.newUser("ana");
        String group =
                SOURCE.newGroup("team", "'members@odata.bind':['https://graph.microsoft.com/v1.0/users/" + ana + "']");

        SOURCE.get("/v1.0/groups/" + group + "/members/microsoft.graph." + type)
                .statusCode(200)
                .body("value", empty());
        SOURCE.get("/beta/users/" + ana + "/transitiveMemberOf/microsoft.graph." + type)
                .statusCode(200)
                .body("value", empty());
    }

    @Test
    void deletedAdministrativeUnitsAreNone() {
        SOURCE.get("/v1.0/directory/deletedItems/microsoft.graph.administrativeUnit")
                .statusCode(200)
                .body("value", empty());
    }

    @Test
    void aCastIsSortedInAdvancedQueriesOnlyAndServedAlone() {
        String ana = SOURCE.newUser("ana");
        String dock = SOURCE.newGroup("dock");
        SOURCE.post("/v1.0/groups/" + dock + "/members/$ref", reference(ana));
        String cast = "/v1.0/groups/" + dock + "/transitiveMembers/microsoft.graph.user";

        SOURCE.get(cast).body("value.id", contains(ana));
        SOURCE.get(cast + "?$count=true").body("value.id", contains(ana)).body("", not(hasKey("@odata.count")));
        refused(SOURCE.get(cast + "/$count"), 400, "Request_BadRequest", "$count is not currently supported.");
        SOURCE.eventual().get(cast + "/$count").body(is("1"));
        SOURCE.eventual().get(cast + "?$orderby=displayName&$count=true").body("value.id", contains(ana));
        refused(
                SOURCE.get(cast + "?$orderby=displayName"),
                400,
                "Request_UnsupportedQuery",
                "Sorting not supported for current query.");
        refused(
                SOURCE.get("/v1.0/groups/" + dock + "/members?$orderby=displayName"),
                400,
                "BadRequest",
                "Given expression for $orderby Microsoft.OData.UriParser.SingleValueOpenPropertyAccessNode is not supported");
    }

    @Test
    void membersTakePropertiesOfAnyTypeInSelect() {
        String ana = SOURCE.newUser("ana");
        String dock = SOURCE.newGroup("dock");
        SOURCE.post("/v1.0/groups/" + dock + "/members/$ref", reference(ana));

        SOURCE.get("/v1.0/groups/" + dock + "/members?$select=id,userPrincipalName")
                .body("'@odata.context'", endsWith("#directoryObjects(id,userPrincipalName)"))
                .body("value.userPrincipalName", contains("ana@" + DOMAIN));
    }
}
