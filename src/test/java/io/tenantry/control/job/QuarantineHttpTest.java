package io.tenantry.control.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.console.job.JobWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quarantine that the service imposes by itself. */
@QuarkusTest
class QuarantineHttpTest {
    @BeforeEach
    void world() {
        JobWorld.begin(QuarantineHttpTest.class);
    }

    private static ValidatableResponse impose(String body) {
        return given().contentType("application/json")
                .body(body)
                .post(JobWorld.CONTROL + "/quarantine")
                .then();
    }

    private static void isImposed(String reason) {
        given().get(JobWorld.CONTROL).then().body("quarantine.reason", equalTo(reason));
    }

    @Test
    void aStartedJobGoesIntoQuarantine() {
        impose("{}").statusCode(409);
        JobWorld.start();
        impose("{}").statusCode(204);
        isImposed("QuarantinedOnDemand");
        impose("{\"reason\":\"IngestionInterrupted\"}").statusCode(204);
        isImposed("IngestionInterrupted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\":\"TooManyDeletes\"}",
                "{\"reason\":\"\"}",
                "{\"reason\":5}",
                "{\"why\":\"Unknown\"}",
                "[]",
                "x"
            })
    void anotherReasonIsRefused(String body) {
        JobWorld.start();
        impose(body).statusCode(400);
    }

    @Test
    void anUnknownJobIsMissed() {
        given().post(JobWorld.CONTROL.replaceFirst("jobs/.*", "jobs/none/quarantine"))
                .then()
                .statusCode(404);
    }
}
