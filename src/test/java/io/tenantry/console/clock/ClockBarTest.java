package io.tenantry.console.clock;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Virtual time as every page shows it, and moves it. */
@QuarkusTest
class ClockBarTest {
    private static final String CONSOLE = "/_tenantry/console";
    private static final String SCENARIO =
            """
            tenants:
              - alias: source
                id: 5a1de000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood
                initialDomain: alderwood.onmicrosoft.com
                users: [{userPrincipalName: ana@alderwood.onmicrosoft.com, displayName: Ana Reis}]
                partners:
                  - {tenantId: b12c4000-5eed-4b12-8d00-00000000b12c, automaticUserConsentSettings: {outboundAllowed: true}}
                synchronizationJobs:
                  - displayName: To <Birchline>
                    appId: 5a1de000-a99e-4c0f-8d00-00000000c0f0
                    secrets:
                      - {key: CompanyId, value: b12c4000-5eed-4b12-8d00-00000000b12c}
                      - {key: AuthenticationType, value: SyncPolicy}
                    assignments: [ana@alderwood.onmicrosoft.com]
                    started: true
              - alias: target
                id: b12c4000-5eed-4b12-8d00-00000000b12c
                displayName: Birchline
                initialDomain: birchline.onmicrosoft.com
                partners:
                  - tenantId: 5a1de000-5eed-4a11-8d00-00000000a11d
                    automaticUserConsentSettings: {inboundAllowed: true}
                    identitySynchronization: {userSyncInbound: {isSyncAllowed: true}}
            """;
    private static final String JOB =
            "Azure2Azure.5a1de0005eed4a118d0000000000a11d.5a1de000-a99e-4c0f-8d00-00000000c0f0";

    @BeforeEach
    void world() {
        LoadedScenario.begin(getClass(), SCENARIO);
        given().post("/_tenantry/tenants/source/jobs/" + JOB + "/run").then().statusCode(200);
    }

    @Test
    void timeStandsStillOrRuns() {
        call("PUT", "/_tenantry/clock", "/now:utc", "2031-02-03T04:05:06").body(containsString("2031-02-03T04:05:06Z"));
        call("PUT", "/_tenantry/clock", "/frozen:boolean", "true");
        bar().body(containsString("Mon, 03 Feb 2031 04:05:"), containsString("frozen"), containsString("Let time run"))
                .body(not(containsString("data-running")));
        call("PUT", "/_tenantry/clock", "/frozen:boolean", "false");
        bar().body(containsString("data-running"), containsString("Freeze"));
    }

    @Test
    void whatRanOnTheWayIsShownWithItsJob() {
        call("PUT", "/_tenantry/clock", "/frozen:boolean", "true");
        bar().body(containsString("To next cycle"));
        call("POST", "/_tenantry/clock/advance", "/to", "nextRun")
                .body(containsString("To &lt;Birchline&gt;"), containsString("/jobs/" + JOB + "/runs"))
                .body(containsString("Succeeded"));
        given().get("/_tenantry/clock").then().body("frozen", equalTo(true));
        call("POST", "/_tenantry/clock/advance", "/by", "PT1S").body(containsString("No cycle fell due"));
    }

    @Test
    void aMomentThatIsNoneOrPastIsRefusedWithItsReason() {
        call("POST", "/_tenantry/clock/advance", "/to:utc", "2001-02-03T04:05")
                .body(containsString("not run backwards"));
        call("POST", "/_tenantry/clock/advance", "/to:utc", "soon").body(containsString("is not a date and time"));
    }

    private static ValidatableResponse bar() {
        return given().get(CONSOLE + "/clock/bar").then().statusCode(200);
    }

    private static ValidatableResponse call(String method, String url, String field, String value) {
        return given().formParam("method", method)
                .formParam("url", url)
                .formParam(field, value)
                .post(CONSOLE + "/call")
                .then()
                .statusCode(200);
    }
}
