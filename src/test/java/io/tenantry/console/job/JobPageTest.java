package io.tenantry.console.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /** A plan is of the size of a directory: nobody makes one by looking. */
    @Test
    void lookingAtAJobPlansNothing() {
        JobWorld.page("").body(containsString("/gates"), not(containsString("/explain")));
    }

    @Test
    void theStateFollowsWhatHappens() {
        JobWorld.page("/state").statusCode(200).body(containsString("Not started"), containsString("none so far"));
        JobWorld.start();
        JobWorld.run();
        JobWorld.page("/state")
                .body(containsString("Started"), containsString("2 exported, 0 failing"))
                .body(containsString("User to User: 2"), not(containsString("In quarantine")));
    }

    @Test
    void aClosedGateIsSeenWithItsValueAndTheQuarantineWithItsWayOut() {
        JobWorld.start();
        JobWorld.closeTarget();
        JobWorld.run();
        JobWorld.page("/state")
                .body(containsString(">closed<"), containsString("In quarantine"))
                .body(containsString("EncounteredQuarantineException"), containsString("Next attempt"))
                .body(containsString("AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure"))
                .body(containsString("Lift the quarantine"), not(containsString("Allow the deletions")));
    }

    @Test
    void objectsThatFailAreShownWithWhyAndWhenTheyAreTriedAgain() {
        JobWorld.standInTheWay("ben");
        JobWorld.start();
        JobWorld.run();
        JobWorld.page("/state")
                .body(containsString("1 object fails"), containsString("ben@alderwood.onmicrosoft.com"))
                .body(containsString("/users/"), containsString("/logs/provisioning/" + JobWorld.SOURCE));
        JobWorld.page("/escrows").statusCode(200).body(containsString("Objects that fail: 1"));
    }

    @Test
    void deletionsThatAreHeldBackAreListedAndCanBeAllowed() {
        JobWorld.threshold(0);
        JobWorld.start();
        JobWorld.run();
        JobWorld.delete("ana");
        JobWorld.run();
        JobWorld.page("/state")
                .body(containsString("TooManyDeletes"), containsString("Deletions that are held back"))
                .body(containsString("ana@alderwood.onmicrosoft.com"), containsString("QuarantineState,ForceDeletes"));
    }

    @Test
    void aRestartForgetsWhatIsChosen() {
        String form = JobWorld.form("POST", JobWorld.graph() + "/restart")
                .formParam("/criteria/resetScope:flags", "Escrows", "Watermark")
                .formParam("preview", "true")
                .post(JobWorld.CALL)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(form.contains("Escrows,Watermark"), form);
    }

    @Test
    void settingsWithinATextAreChangedOneByOne() {
        JobWorld.threshold(7);
        JobWorld.page("/settings").body(containsString("value=\"7\""), containsString("CompanyId"));
        String body =
                "{\"value\":[{\"key\":\"SyncNotificationSettings\",\"value\":\"{\\\"Enabled\\\":false,\\\"Kept\\\":1}\"}]}";
        JobWorld.form("PUT", JobWorld.graph().replaceAll("/jobs/.*", "/secrets"))
                .formParam("body", body)
                .formParam("/value/0/value/Enabled:boolean", "true")
                .formParam("/value/0/value/Recipients", "ops@alderwood.example")
                .post(JobWorld.CALL)
                .then()
                .body(containsString("204"));
        JobWorld.page("/settings").body(containsString("ops@alderwood.example"), containsString("&quot;Kept&quot;:1"));
    }

    @Test
    void theConnectionIsTestedWithItsReason() {
        JobWorld.closeTarget();
        JobWorld.form("POST", JobWorld.graph() + "/validateCredentials")
                .formParam("body", "{\"useSavedCredentials\":true,\"templateId\":\"Azure2Azure\"}")
                .post(JobWorld.CALL)
                .then()
                .body(containsString("AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure"));
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
