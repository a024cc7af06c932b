package io.tenantry.scenario;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.console.job.JobWorld;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.Test;

/** Policies and jobs of a scenario: there from the beginning, as if they had been made through Graph. */
@QuarkusTest
class ScenarioJobsTest {
    @Test
    void aJobOfTheScenarioIsPlanned() {
        LoadedScenario.load(JobWorld.SCENARIO);
        given().body("{\"started\": true}")
                .post(JobWorld.CONTROL + "/plan")
                .then()
                .statusCode(200)
                .body("gates.met", everyItem(is(true)))
                .body("counts.create", is(2))
                .body("objects.source.displayName", hasItem("Ben Holt"));
        given().post(JobWorld.CONTROL + "/plan").then().body("counts.create", is(0));
    }

    @Test
    void whatOnlyThePolicyRefusesChangesNothing() {
        given().body(JobWorld.SCENARIO.replace("outboundAllowed: true", "outboundAllowed: often"))
                .put("/_tenantry/scenario")
                .then()
                .statusCode(400)
                .body("error.place", containsString("partners[0].automaticUserConsentSettings"));
    }
}
