package io.tenantry.token.grant;

import static io.restassured.RestAssured.given;
import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.application.GrantedPermissions;
import io.tenantry.format.Json;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import io.tenantry.token.permission.Permissions;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** directory.md §15, token-service.md §8.1: what is granted in the directory is what tokens hold. */
@QuarkusTest
class GrantedPermissionsHttpTest implements TwoTenants {
    private static final String LAMP = "3a1e0000-c11e-4c0f-8d00-00000000c0f1";
    private static final String ALL = "3a1e0000-c11e-4c0f-8d00-00000000c0f2";
    private static final String NOTHING = "3a1e0000-c11e-4c0f-8d00-00000000c0f3";
    private static final String USER_READ_ALL = "df021288-bdef-4463-88db-98f22de89214";
    private static final String GROUP_READ_ALL = "5b567255-7703-4780-807c-7be8301ae99b";
    private static final String GRAPH = "servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";

    @Inject
    Permissions permissions;

    @BeforeEach
    void clients() {
        String scenario =
                """
                {"tenants":[{"alias":"source","id":"%s","displayName":"Alderwood","initialDomain":"alderwood.onmicrosoft.com",
                 "clients":[{"appId":"%s","displayName":"Lamp keeper","secret":"lamp","permissions":["User.Read.All","Policy.Read.All"]},
                            {"appId":"%s","displayName":"Master","secret":"lamp","permissions":["*"]},
                            {"appId":"%s","displayName":"Idle","secret":"lamp"}]}]}"""
                        .formatted(SOURCE_ID, LAMP, ALL, NOTHING);
        given().contentType("application/json")
                .body(scenario.getBytes(StandardCharsets.UTF_8))
                .put("/_tenantry/scenario")
                .then()
                .statusCode(204);
    }

    private static String principal(String appId) {
        return SOURCE.get("/v1.0/servicePrincipals(appId='" + appId + "')")
                .extract()
                .path("id");
    }

    private static Set<String> roles(String appId, String resource) {
        String token = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", appId)
                .formParam("client_secret", "lamp")
                .formParam("scope", resource + "/.default")
                .post("/" + SOURCE_ID + "/oauth2/v2.0/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        JsonNode claims =
                Json.parse(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
        Set<String> roles = new TreeSet<>();
        claims.path("roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private static Set<String> roles(String appId) {
        return roles(appId, "https://graph.microsoft.com");
    }

    private static String grant(GraphHttp caller, String path, String principal, String resource, String role) {
        return created(caller.post(
                path,
                "{'principalId':'" + principal + "','resourceId':'" + resource + "','appRoleId':'" + role + "'}"));
    }

    @Test
    void permissionsOfAScenarioClientAreAssignmentsAtGraph() {
        String assignments = "/v1.0/servicePrincipals/" + principal(LAMP) + "/appRoleAssignments";
        SOURCE.get(assignments)
                .body("value", hasSize(2))
                .body("value.appRoleId", hasItem(USER_READ_ALL))
                .body("value.resourceDisplayName", everyItem(is("Microsoft Graph")))
                .body("value.principalDisplayName", everyItem(is("Lamp keeper")))
                .body("value.principalType", everyItem(is("ServicePrincipal")))
                .body("value.createdDateTime", everyItem(notNullValue()));
        SOURCE.get("/v1.0/servicePrincipals/" + principal(NOTHING) + "/appRoleAssignments")
                .body("value", hasSize(0));
        assertEquals(Set.of("User.Read.All", "Policy.Read.All"), roles(LAMP));
        assertEquals(Set.of(), roles(NOTHING));
    }

    @Test
    void aStarIsEveryRoleOfGraph() {
        List<String> defined = SOURCE.get("/v1.0/" + GRAPH).extract().path("appRoles.value");
        SOURCE.get("/v1.0/servicePrincipals/" + principal(ALL) + "/appRoleAssignments?$top=999")
                .body("value", hasSize(defined.size()));
        assertEquals(new TreeSet<>(defined), roles(ALL));
    }

    @Test
    void everyPermissionThatAnOperationAsksForIsARole() {
        for (String permission : permissions.allApplication(Set.of("*"))) {
            assertTrue(GrantedPermissions.known(permission), permission);
        }
    }

    @Test
    void takingAGrantAwayShowsInTheNextToken() {
        String assignments = "/v1.0/servicePrincipals/" + principal(LAMP) + "/appRoleAssignments";
        String id = SOURCE.get(assignments).extract().path("value.find { it.appRoleId == '" + USER_READ_ALL + "' }.id");
        done(SOURCE.delete(assignments + "/" + id));
        assertEquals(Set.of("Policy.Read.All"), roles(LAMP));

        String again = grant(SOURCE, "/v1.0/" + GRAPH + "/appRoleAssignedTo", principal(LAMP), graph(), GROUP_READ_ALL);
        assertEquals(Set.of("Policy.Read.All", "Group.Read.All"), roles(LAMP));
        done(SOURCE.delete("/v1.0/" + GRAPH + "/appRoleAssignedTo/" + again));
        assertEquals(Set.of("Policy.Read.All"), roles(LAMP));
    }

    @Test
    void rolesOfOtherApplicationsAreGrantedLikewise() {
        String api = created(SOURCE.post(
                "/v1.0/applications",
                "{'displayName':'Tide','appRoles':[{'id':'3b1a0d6e-0001-4a11-8a11-5f0a4be00001','allowedMemberTypes':['Application'],"
                        + "'description':'d','displayName':'d','isEnabled':true,'value':'Tide.Read'}]}"));
        String appId = SOURCE.get("/v1.0/applications/" + api).extract().path("appId");
        String resource = created(SOURCE.post("/v1.0/servicePrincipals", "{'appId':'" + appId + "'}"));
        done(SOURCE.patch("/v1.0/applications/" + api, "{'identifierUris':['api://" + appId + "']}"));
        assertEquals(Set.of(), roles(NOTHING, "api://" + appId));

        String id = grant(
                SOURCE,
                "/v1.0/servicePrincipals/" + resource + "/appRoleAssignedTo",
                principal(NOTHING),
                resource,
                "3b1a0d6e-0001-4a11-8a11-5f0a4be00001");
        assertEquals(Set.of("Tide.Read"), roles(NOTHING, "api://" + appId));
        assertEquals(Set.of(), roles(NOTHING));
        done(SOURCE.delete("/v1.0/servicePrincipals/" + resource + "/appRoleAssignedTo/" + id));
        assertEquals(Set.of(), roles(NOTHING, "api://" + appId));
    }

    @Test
    void grantsOfGraphAreTakenAwayByWhoMayGrantThem() {
        String assignments = "/v1.0/servicePrincipals/" + principal(LAMP) + "/appRoleAssignments";
        String id = SOURCE.get(assignments).extract().path("value[0].id");
        SOURCE.app("Application.ReadWrite.All").delete(assignments + "/" + id).statusCode(403);
        assertEquals(2, roles(LAMP).size());
        done(SOURCE.app("AppRoleAssignment.ReadWrite.All", "Application.Read.All")
                .delete(assignments + "/" + id));
        assertEquals(1, roles(LAMP).size());
    }

    @Test
    void aResetBringsTheGrantsOfTheScenarioBack() {
        String assignments = "/v1.0/servicePrincipals/" + principal(LAMP) + "/appRoleAssignments";
        List<String> ids = SOURCE.get(assignments).extract().path("value.id");
        ids.forEach(id -> done(SOURCE.delete(assignments + "/" + id)));
        assertEquals(Set.of(), roles(LAMP));
        given().post("/_tenantry/reset").then().statusCode(204);
        assertEquals(Set.of("User.Read.All", "Policy.Read.All"), roles(LAMP));
    }

    @Test
    void aScenarioGrantsApplicationPermissionsOnly() {
        given().contentType("application/json")
                .body(
                        "{\"tenants\":[{\"displayName\":\"A\",\"initialDomain\":\"a.onmicrosoft.com\",\"clients\":[{\"appId\":\""
                                + LAMP + "\",\"secret\":\"s\",\"permissions\":[\"User.Reed.All\"]}]}]}")
                .put("/_tenantry/scenario")
                .then()
                .statusCode(400);
        SOURCE.get("/v1.0/organization").body("value.displayName", contains("Alderwood"));
    }

    private static String graph() {
        return SOURCE.get("/v1.0/" + GRAPH).extract().path("id");
    }
}
