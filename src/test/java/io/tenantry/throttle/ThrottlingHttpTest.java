package io.tenantry.throttle;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications are throttled where that is switched on, as odata-protocol.md §15 says. */
@QuarkusTest
class ThrottlingHttpTest implements TwoTenants {
    private static final String REPORT = "/v1.0/auditLogs/directoryAudits";

    private static void throttling(String member) {
        given().body("{\"rules\":[]" + member + "}")
                .put("/_tenantry/faults")
                .then()
                .statusCode(204);
    }

    @BeforeEach
    void on() {
        throttling(",\"throttling\":true");
    }

    @Test
    void whatUsesUpItsQuotaIsRefusedUntilThereIsMore() {
        ValidatableResponse last = SOURCE.get(REPORT).statusCode(200);
        // it fills again meanwhile
        for (int i = 0; i < 50 && last.extract().statusCode() == 200; i++) {
            last = SOURCE.get(REPORT);
        }
        last.statusCode(429)
                .header("Retry-After", matchesPattern("[12]"))
                .header("x-ms-throttle-scope", startsWith("Tenant_Application/Read/"))
                .body("error.code", is("TooManyRequests"));
        TARGET.get(REPORT).statusCode(200);
        SOURCE.get("/v1.0/users").statusCode(200);
    }

    @Test
    void anAnswerTellsWhatItCost() {
        SOURCE.get("/v1.0/users")
                .header("x-ms-resource-unit", "2")
                .header("x-ms-throttle-limit-percentage", nullValue());
        SOURCE.get("/v1.0/users?$select=id").header("x-ms-resource-unit", "1");
        SOURCE.post(
                        "/v1.0/$batch",
                        "{'requests':[{'id':'1','method':'GET','url':'/users'},{'id':'2','method':'GET','url':'/subscribedSkus'}]}")
                .body("responses.headers.'x-ms-resource-unit'", containsInAnyOrder("2", "3"));
    }

    @Test
    void aPartOfABatchIsThrottledByItself() {
        String part = "{'id':'%d','method':'GET','url':'/auditLogs/directoryAudits'}";
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            parts.append(i == 0 ? "" : ",").append(part.formatted(i));
        }
        SOURCE.post("/v1.0/$batch", "{'requests':[" + parts + "]}")
                .statusCode(200)
                .body("responses[4].status", is(200))
                .body("responses[4].headers.'x-ms-throttle-limit-percentage'", notNullValue())
                .body("responses[7].status", is(429))
                .body("responses[7].headers.'Retry-After'", notNullValue());
    }

    @Test
    void itIsOffUnlessItIsSwitchedOn() {
        given().get("/_tenantry/faults").then().body("throttling", is(true));
        given().post("/_tenantry/reset").then().statusCode(204);
        given().get("/_tenantry/faults").then().body("throttling", is(false));
        for (int i = 0; i < 7; i++) {
            SOURCE.get(REPORT).statusCode(200).header("x-ms-resource-unit", "1");
        }
        throttling(",\"throttling\":true");
        throttling("");
        given().get("/_tenantry/faults").then().body("throttling", is(false));
    }
}
