package io.tenantry.control.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.console.job.JobWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the control API tells of the cycles of a job, and of the objects that fail in it. */
@QuarkusTest
class RunsHttpTest {
    @BeforeEach
    void world() {
        JobWorld.begin(RunsHttpTest.class);
    }

    private static ValidatableResponse get(String path) {
        return given().get(JobWorld.CONTROL + path).then();
    }

    @Test
    void cyclesComeNewestFirstWithWhatCameOfThem() {
        get("/runs").statusCode(200).body("runs.size()", equalTo(0)).body("next", nullValue());
        JobWorld.start();
        JobWorld.run();
        JobWorld.run();
        get("/runs")
                .body("runs.kind", contains("incremental", "initial"))
                .body("runs.state", everyItem(equalTo("Succeeded")))
                .body("runs[1].counts.create", equalTo(2))
                .body("runs[0].counts.create", equalTo(0), "runs[1].ended", notNullValue());
        get("/runs?idle=false").body("runs.kind", contains("initial"));
    }

    @Test
    void aJobTellsOfItsLastCycle() {
        get("").body("lastRun", nullValue());
        JobWorld.start();
        JobWorld.run();
        get("").body("lastRun.kind", equalTo("initial"), "lastRun.counts.create", equalTo(2));
    }

    @Test
    void pagesLeadToEachOther() {
        JobWorld.start();
        JobWorld.run();
        JobWorld.run();
        String next = get("/runs?top=1")
                .body("runs.kind", contains("incremental"))
                .extract()
                .path("next");
        get("/runs?top=1&after=" + next).body("runs.kind", contains("initial")).body("next", nullValue());
    }

    @Test
    void entriesOfARunAreFoundByIt() {
        JobWorld.start();
        JobWorld.run();
        String id = get("/runs").extract().path("runs[0].id");
        get("/runs/" + id).statusCode(200).body("id", equalTo(id), "counts.create", equalTo(2));
        get("/runs/none").statusCode(404);
        given().auth()
                .oauth2(JobWorld.token())
                .queryParam("$filter", "cycleId eq '" + id + "' and provisioningAction eq 'create'")
                .get("/v1.0/auditLogs/provisioning")
                .then()
                .statusCode(200)
                .body("value.size()", equalTo(2));
    }

    @Test
    void objectsThatFailAreToldWithWhyAndWhenTheyAreTriedAgain() {
        get("/escrows").statusCode(200).body("count", equalTo(0), "escrows.size()", equalTo(0));
        JobWorld.standInTheWay("ben");
        JobWorld.start();
        JobWorld.run();
        get("/escrows")
                .body("count", equalTo(1), "next", nullValue())
                .body("escrows[0].userPrincipalName", equalTo("ben@alderwood.onmicrosoft.com"))
                .body("escrows[0].type", equalTo("user"), "escrows[0].attempts", equalTo(1))
                .body("escrows[0].code", notNullValue(), "escrows[0].reason", notNullValue())
                .body("escrows[0].nextAttempt", notNullValue(), "escrows[0].lastEntry", notNullValue());
    }

    @Test
    void whatIsAskedWronglyIsRefused() {
        for (String path : new String[] {"/runs", "/escrows"}) {
            given().get("/_tenantry/tenants/source/jobs/none" + path).then().statusCode(404);
            given().get("/_tenantry/tenants/nowhere/jobs/" + JobWorld.JOB + path)
                    .then()
                    .statusCode(404);
            for (String top : new String[] {"0", "-1", "x", "501", "99999999999"}) {
                get(path + "?top=" + top).statusCode(400).body("error.place", equalTo("top"));
            }
        }
        get("/runs?after=x").statusCode(400).body("error.message", containsString("next"));
        get("/escrows?after=x").statusCode(200).body("escrows.size()", equalTo(0));
    }
}
