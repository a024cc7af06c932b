package io.tenantry.directory.dynamic;

import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules with {@code system.now}: time itself moves members (directory.md §8). */
@QuarkusTest
class TimedRulesHttpTest implements TwoTenants {
    @AfterEach
    void clockGoesOn() {
        RestAssured.given().post("/_tenantry/reset").then().statusCode(204);
    }

    private static void control(String method, String path, String body) {
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .request(method, "/_tenantry/" + path)
                .then()
                .statusCode(200);
        GraphHttp.signInAgain();
    }

    @Test
    void whoIsHiredMeanwhileIsAMember() {
        control("PUT", "clock", "{\"now\":\"2026-03-02T07:00:00Z\",\"frozen\":true}");
        SOURCE.newUser("ana", "'employeeHireDate':'2026-03-05T00:00:00Z'");
        String group = SOURCE.post(
                        "/v1.0/groups",
                        "{'displayName':'begun','mailNickname':'begun','mailEnabled':false,'securityEnabled':true,"
                                + "'groupTypes':['DynamicMembership'],'membershipRuleProcessingState':'On',"
                                + "'membershipRule':'user.employeeHireDate -le system.now'}")
                .statusCode(201)
                .extract()
                .path("id");
        SOURCE.get("/v1.0/groups/" + group + "/members").body("value", hasSize(0));

        control("POST", "clock/advance", "{\"by\":\"P4D\"}");
        SOURCE.get("/v1.0/groups/" + group + "/members").body("value", hasSize(1));
    }
}
