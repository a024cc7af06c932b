package io.tenantry.directory.dynamic;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;

/** Rules with {@code system.now}: time itself moves members (directory.md §8). */
@QuarkusTest
class TimedRulesHttpTest implements TwoTenants {
    private static final String STATUS = "membershipRuleProcessingStatus";

    private static void control(String method, String path, String body) {
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .request(method, "/_tenantry/" + path)
                .then()
                .statusCode(200);
        GraphHttp.signInAgain();
    }

    /** A group of all who have begun. */
    private static String begun() {
        return SOURCE.post(
                        "/v1.0/groups",
                        "{'displayName':'begun','mailNickname':'begun','mailEnabled':false,'securityEnabled':true,"
                                + "'groupTypes':['DynamicMembership'],'membershipRuleProcessingState':'On',"
                                + "'membershipRule':'user.employeeHireDate -le system.now'}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whoIsHiredMeanwhileIsAMember() {
        control("PUT", "clock", "{\"now\":\"2026-03-02T07:00:00Z\",\"frozen\":true}");
        SOURCE.newUser("ana", "'employeeHireDate':'2026-03-05T00:00:00Z'");
        String group = begun();
        SOURCE.get("/v1.0/groups/" + group + "/members").body("value", hasSize(0));

        control("POST", "clock/advance", "{\"by\":\"P4D\"}");
        SOURCE.get("/v1.0/groups/" + group + "/members").body("value", hasSize(1));
    }

    /** directory.md §7.3. */
    @Test
    void betaTellsWhenMembersCameOrWent() {
        control("PUT", "clock", "{\"now\":\"2026-03-02T07:00:00Z\",\"frozen\":true}");
        String group = "/groups/" + begun();
        status(group)
                .body(STATUS + ".status", is("Succeeded"))
                .body(STATUS + ".errorMessage", nullValue())
                .body(STATUS + ".lastMembershipUpdated", is("2026-03-02T07:00:00Z"));

        control("PUT", "clock", "{\"now\":\"2026-03-03T07:00:00Z\",\"frozen\":true}");
        SOURCE.newUser("ben", "'employeeHireDate':'2031-01-01T00:00:00Z'");
        status(group).body(STATUS + ".lastMembershipUpdated", is("2026-03-02T07:00:00Z"));
        SOURCE.newUser("cho", "'employeeHireDate':'2026-01-01T00:00:00Z'");
        status(group).body(STATUS + ".lastMembershipUpdated", is("2026-03-03T07:00:00Z"));

        SOURCE.patch("/v1.0" + group, "{'membershipRuleProcessingState':'Paused'}")
                .statusCode(204);
        status(group).body(STATUS, nullValue());
        SOURCE.get("/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Update group'")
                .body("value[0].targetResources[0].modifiedProperties.displayName", not(hasItem(STATUS)));
    }

    private static ValidatableResponse status(String group) {
        return SOURCE.get("/beta" + group + "?$select=" + STATUS).statusCode(200);
    }
}
