package io.tenantry.store;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import io.tenantry.packaged.Await;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store's file is moved away or replaced under a running server, and put back. */
@QuarkusTest
class LostFileHttpTest implements TwoTenants {
    private static final Duration NOTICED = Duration.ofSeconds(10);

    @Inject
    Store store;

    @Test
    void aServerWithItsStoreIsUp() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health").then().statusCode(200);
        given().get("/_tenantry/health").then().statusCode(200).body(equalTo("{\"status\":\"UP\"}"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writesAreDeniedUntilItIsBack(boolean replaced) throws IOException {
        String token = token().statusCode(200).extract().path("access_token");
        Path file = store.file();
        Path elsewhere = file.resolveSibling("elsewhere");
        Files.move(file, elsewhere);
        if (replaced) {
            Files.copy(elsewhere, file);
        }
        try {
            denied(token);
            becomes(503);
            given().get("/_tenantry/health").then().body(equalTo("{\"status\":\"DOWN\"}"));
            given().get("/q/health/live").then().statusCode(200);
            given().auth().oauth2(token).get("/v1.0/users").then().statusCode(200);
            token().statusCode(200);
        } finally {
            Files.deleteIfExists(file);
            Files.move(elsewhere, file);
        }
        becomes(200);
        create(token).statusCode(201);
        given().auth()
                .oauth2(token)
                .get("/v1.0/groups?$filter=displayName eq 'Denied'&$count=true")
                .then()
                .statusCode(200)
                .body("value.size()", is(1));
        given().post("/_tenantry/reset").then().statusCode(204);
    }

    private static void denied(String token) {
        create(token)
                .statusCode(503)
                .header("Retry-After", "2")
                .body("error.code", equalTo("serviceNotAvailable"))
                .body("error.message", equalTo("Service unavailable. Please wait and try again."));
        given().post("/_tenantry/snapshots/lost")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("error.message", startsWith("the store cannot be used: "));
        given().post("/_tenantry/reset").then().statusCode(503);
    }

    private static ValidatableResponse create(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(
                        "{\"displayName\":\"Denied\",\"mailNickname\":\"denied\",\"mailEnabled\":false,\"securityEnabled\":true}")
                .post("/v1.0/groups")
                .then();
    }

    private static ValidatableResponse token() {
        return given().body("{}").post("/_tenantry/tenants/source/tokens").then();
    }

    private static void becomes(int status) {
        for (String probe : new String[] {"/q/health/ready", "/_tenantry/health"}) {
            assertTrue(
                    Await.until(NOTICED, () -> given().get(probe).statusCode() == status), probe + " is not " + status);
        }
    }
}
