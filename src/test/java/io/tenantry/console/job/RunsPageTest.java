package io.tenantry.console.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The runs of a job, and the entries of each. */
@QuarkusTest
class RunsPageTest {
    @BeforeEach
    void world() {
        JobWorld.begin(RunsPageTest.class);
    }

    private static String run() {
        return given().get(JobWorld.CONTROL + "/runs?idle=false")
                .then()
                .extract()
                .path("runs[0].id");
    }

    @Test
    void aJobThatNeverRanSaysSo() {
        JobWorld.page("/runs").statusCode(200).body(containsString("No runs yet"));
    }

    @Test
    void idleRunsAreLeftOutUnlessTheyAreAskedFor() {
        JobWorld.start();
        JobWorld.run();
        JobWorld.run();
        JobWorld.page("/runs").body(containsString("initial"), not(containsString(">incremental<")));
        JobWorld.page("/runs?idle=true").body(containsString(">initial<"), containsString(">incremental<"));
    }

    @Test
    void theChartHasTheFiguresOfTheTableOldestFirst() {
        JobWorld.start();
        JobWorld.run();
        JobWorld.run();
        JobWorld.page("/runs/chart?idle=true")
                .body("names", contains("Created", "Updated", "Disabled", "Deleted", "Held back", "Skipped", "Failed"))
                .body("runs.size()", equalTo(2), "runs[0].counts[0]", equalTo(2), "runs[1].counts[0]", equalTo(0))
                .body("runs[0].href", containsString(JobWorld.PAGE + "/runs/"));
    }

    @Test
    void aRunLeadsToItsEntriesByWhatTheyComeTo() {
        JobWorld.standInTheWay("ben");
        JobWorld.start();
        JobWorld.run();
        String run = "/runs/" + run();
        JobWorld.page(run)
                .statusCode(200)
                .body(containsString("ana@alderwood"), containsString("ben@alderwood"))
                .body(containsString("Created 1"), containsString("Failed 1"));
        JobWorld.page(run + "?outcome=create")
                .body(containsString("ana@alderwood"), not(containsString("ben@alderwood")));
        JobWorld.page(run + "?outcome=fail")
                .body(containsString("ben@alderwood"), not(containsString("ana@alderwood")));
        JobWorld.page(run + "?outcome=nonsense").statusCode(200);
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsOddIsRefused() {
        JobWorld.page("/runs/none").statusCode(404);
        JobWorld.page("/runs/%27%20or%20true").statusCode(404);
        JobWorld.page("/runs?after=x").statusCode(400);
        JobWorld.page("/runs/" + "a".repeat(300)).statusCode(404);
    }
}
