package io.tenantry.control;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ControlKeyTest.WithKey.class)
class ControlKeyTest {
    public static class WithKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tenantry.control.key", "kelp");
        }
    }

    @Test
    void withAKeyEveryCallMustBringIt() {
        given().get("/_tenantry/tenants").then().statusCode(401).body(containsString("X-Tenantry-Key"));
        given().header("X-Tenantry-Key", "sand")
                .get("/_tenantry/tenants")
                .then()
                .statusCode(401);
        given().header("X-Tenantry-Key", "kelp")
                .get("/_tenantry/tenants")
                .then()
                .statusCode(200);
    }

    @Test
    void whoeverBringsItMayUseAnotherHostName() {
        given().header("X-Tenantry-Key", "kelp")
                .header("Host", "graph.test.example")
                .get("/_tenantry/tenants")
                .then()
                .statusCode(200);
    }

    @Test
    void healthIsToldToEveryone() {
        given().get("/_tenantry/health").then().statusCode(200);
    }
}
