package io.tenantry.console.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantry.console.job.JobWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan of a job, object by object. */
@QuarkusTest
class PlanPageTest {
    @BeforeEach
    void world() {
        JobWorld.begin(PlanPageTest.class);
    }

    private static ValidatableResponse plan(RequestSpecification form) {
        return form.post(JobWorld.PAGE + "/plan/objects").then().statusCode(200);
    }

    @Test
    void thePageIsThereBeforeThePlan() {
        JobWorld.page("/plan")
                .statusCode(200)
                .body(allOf(
                        containsString("aria-current=\"page\">Plan"),
                        containsString("hx-trigger=\"submit, load\""),
                        containsString("value=\"true\" selected"),
                        not(containsString("Ben Holt"))));
    }

    @Test
    void objectsAreShownWithWhatBecomesOfThem() {
        plan(given().formParam("started", "true"))
                .body(allOf(
                        containsString("Initial cycle"),
                        containsString("Create 2"),
                        containsString("Ben Holt"),
                        containsString("ben_alderwood.onmicrosoft.com#EXT#"),
                        containsString("Ana &lt;b&gt;Reis"),
                        not(containsString("<b>Reis")),
                        containsString("All but skipped 2"),
                        containsString("/plan?$top=50&amp;action=create")));
    }

    @Test
    void whatIsNotOpenIsSaid() {
        plan(given().formParam("cycle", "")).body(containsString("A gate is closed"));
        plan(given().formParam("started", "true").formParam("users", "false"))
                .body(containsString("A gate is closed"), containsString("Target lets users be synchronized"));
    }

    @Test
    void someActionsAreShownAlone() {
        plan(given().formParam("started", "true").formParam("action", "delete"))
                .body(containsString("No such objects"), containsString("Create 2"), not(containsString("Ben Holt")));
    }

    @Test
    void whoIsSkippedIsShownWhereAllAreAskedFor() {
        plan(given().formParam("started", "true")).body(not(containsString("Cem Ak")));
        plan(given().formParam("started", "true").formParam("action", "all"))
                .body(containsString("Cem Ak"), containsString("NotEffectivelyEntitled"));
    }

    @Test
    void aSchemaThatIsNotStoredIsPlanned() {
        String schema = given().header("Authorization", "Bearer " + JobWorld.token())
                .get(JobWorld.graph() + "/schema")
                .asString();
        String shouting = schema.replace(
                "{\"expression\":\"[displayName]\",\"name\":\"displayName\",\"type\":\"Attribute\"",
                "{\"expression\":\"ToUpper([displayName])\",\"name\":\"ToUpper\",\"type\":\"Function\"");
        plan(given().formParam("started", "true").formParam("body", shouting)).body(containsString("BEN HOLT"));
        plan(given().formParam("body", schema.replace("[displayName]", "[shoeSize]")))
                .body(containsString("has no attribute shoeSize"));
        plan(given().formParam("body", "{")).body(containsString("no JSON"));
    }

    @Test
    void whatThePlanRefusesIsTold() {
        plan(given().formParam("token", "0".repeat(32) + "-2")).body(containsString("no longer kept"));
        plan(given().formParam("token", "x")).body(containsString("not the $skiptoken"));
        plan(given().formParam("action", "<b>")).body(containsString("&lt;b&gt;"));
        given().post("/_tenantry/console/tenants/" + JobWorld.SOURCE + "/jobs/none/plan/objects")
                .then()
                .statusCode(200)
                .body(containsString("there is no job"));
    }
}
