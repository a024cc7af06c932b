package io.tenantry.control;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths, methods, origins and bodies that are none of this API. */
@QuarkusTest
class ControlHttpTest implements ControlWorld {
    @ParameterizedTest
    @CsvSource({
        "POST, /tenants/source/jobs/x/plan, 404",
        "GET, /nowhere, 404",
        "POST, /tenants/source/jobs/nosuchjob/run, 404",
        "POST, /tenants/nowhere/jobs/x/run, 404",
        "POST, /tenants/source/clock, 404",
        "DELETE, /clock, 405",
        "PATCH, /reset, 405",
        "POST, /faults, 405",
        "PUT, /requests, 405"
    })
    void whatIsNotThereIsToldInJson(String method, String path, int status) {
        given().request(method, "/_tenantry" + path)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("error.message", not(emptyString()));
    }

    @Test
    void aPageOfAnotherOriginIsRefusedAndTheServersOwnIsNot() {
        given().header("Origin", "https://evil.example")
                .post("/_tenantry/reset")
                .then()
                .statusCode(403);
        given().header("Origin", "null").post("/_tenantry/reset").then().statusCode(403);
        given().header("Host", "evil.example:8365")
                .get("/_tenantry/tenants")
                .then()
                .statusCode(403);
        given().header("Origin", "http://localhost:8365")
                .header("Host", "localhost:8365")
                .get("/_tenantry/tenants")
                .then()
                .statusCode(200);
    }

    @Test
    void aBodyOfThirtyMegabytesIsAnsweredWithAnError() {
        String large = "{\"tenants\": [\"" + "x".repeat(30 << 20) + "\"]}";
        scenario(large).statusCode(400);
        send("/clock/advance", large).statusCode(413).body("error.message", not(emptyString()));
    }
}
