package io.tenantry.console.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a job: how it is, and what can be done about it. */
@QuarkusTest
class JobPageTest {
    @BeforeEach
    void world() {
        JobWorld.begin(JobPageTest.class);
    }

    @Test
    void theHeadNamesBothTenantsAndLeadsToThePagesOfTheJob() {
        JobWorld.page("")
                .statusCode(200)
                .body(containsString("Alderwood"), containsString("Birchline"), containsString("To Birchline"))
                .body(containsString(JobWorld.PAGE + "/mapping"), containsString(JobWorld.PAGE + "/runs"))
                .body(containsString("aria-current=\"page\">Overview"));
    }

    @Test
    void aJobThatIsNotThereIsNotFound() {
        for (String job : new String[] {"none", "..%2F..%2Fx", "a".repeat(500), "%3Cb%3E"}) {
            given().urlEncodingEnabled(false)
                    .get("/_tenantry/console/tenants/" + JobWorld.SOURCE + "/jobs/" + job)
                    .then()
                    .statusCode(404);
            given().urlEncodingEnabled(false)
                    .get("/_tenantry/console/tenants/" + job + "/jobs/" + JobWorld.JOB)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void theControlApiTellsOneJobAsItListsIt() {
        given().get(JobWorld.CONTROL)
                .then()
                .statusCode(200)
                .body("id", equalTo(JobWorld.JOB), "target", equalTo(JobWorld.TARGET), "schedule", equalTo("Disabled"));
        given().get("/_tenantry/tenants/source/jobs/none").then().statusCode(404);
    }
}
