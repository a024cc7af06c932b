package io.tenantry.console.log;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs of a world whose names hold markup. */
@QuarkusTest
class LogPagesTest {
    private static final String LOGS = "/_tenantry/console/logs";
    private static final String SOURCE = "5eed0001-fe12-4000-8000-0000fe120001";
    private static final String TARGET = "5eed0002-9011-4000-8000-000090110002";
    private static final String WORLD =
            """
            tenants:
              - id: 5eed0001-fe12-4000-8000-0000fe120001
                alias: source
                displayName: Fernholm
                initialDomain: fernholm.onmicrosoft.com
                licenses: [{skuPartNumber: AAD_PREMIUM_P2, units: 1000}]
                users:
                  - {userPrincipalName: ana@fernholm.onmicrosoft.com, displayName: '<img src=x onerror=alert(1)> {name}'}
                  - {userPrincipalName: ben@fernholm.onmicrosoft.com, displayName: '=1+1, "Ben"'}
                generate: {users: 70, seed: 3}
                partners: [{tenantId: 5eed0002-9011-4000-8000-000090110002, automaticUserConsentSettings: {outboundAllowed: true}}]
                synchronizationJobs:
                  - displayName: To Gullwick
                    started: true
                    secrets:
                      - {key: AuthenticationType, value: SyncPolicy}
                      - {key: CompanyId, value: 5eed0002-9011-4000-8000-000090110002}
                      - {key: SyncAll, value: "true"}
              - id: 5eed0002-9011-4000-8000-000090110002
                alias: target
                displayName: Gullwick
                initialDomain: gullwick.onmicrosoft.com
                licenses: [{skuPartNumber: AAD_PREMIUM_P2, units: 1000}]
                partners:
                  - tenantId: 5eed0001-fe12-4000-8000-0000fe120001
                    automaticUserConsentSettings: {inboundAllowed: true}
                    identitySynchronization: {userSyncInbound: {isSyncAllowed: true}}
            """;

    @BeforeEach
    void aCycleHasRun() {
        LoadedScenario.begin(LogPagesTest.class, WORLD);
        given().body("{\"by\":\"PT41M\"}")
                .post("/_tenantry/clock/advance")
                .then()
                .statusCode(200);
    }

    @Test
    void entriesAreListedFilteredAndPagedByTheirTenant() {
        given().get(LOGS)
                .then()
                .statusCode(200)
                .body(containsString("To Gullwick"), containsString("Older entries"), not(containsString("<img")));
        given().queryParam("tenant", SOURCE)
                .queryParam("person", "onerror")
                .queryParam("status", "success")
                .queryParam("action", "create")
                .get(LOGS + "/list")
                .then()
                .statusCode(200)
                .body(containsString("&lt;img src=x"), not(containsString("Older entries")));
        given().queryParam("tenant", TARGET).get(LOGS + "/list").then().body(containsString("No entries"));
        given().queryParam("tenant", "nowhere").get(LOGS).then().statusCode(404);
        given().queryParam("since", "yesterday").get(LOGS).then().statusCode(400);
        String older = given().get(LOGS)
                .then()
                .extract()
                .asString()
                .replaceAll("(?s).*href=\"([^\"]*behind=[^\"]*)\".*", "$1");
        given().urlEncodingEnabled(false)
                .get(older.replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .body(not(containsString("Older entries")));
    }

    @Test
    void anEntryTellsItsStepsAndWhatItChanged() {
        String page = given().queryParam("tenant", SOURCE)
                .queryParam("person", "onerror")
                .get(LOGS + "/list")
                .asString();
        String href = page.replaceAll("(?s).*href=\"(/_tenantry/console/logs/provisioning/[^\"]*)\".*", "$1");
        given().get(href)
                .then()
                .statusCode(200)
                .body(
                        containsString("matching"),
                        containsString("Modified properties"),
                        containsString("/_tenantry/console/tenants/" + SOURCE + "/users/"),
                        not(containsString("<img")));
        given().get(LOGS + "/provisioning/" + SOURCE + "/none").then().statusCode(404);
    }

    @Test
    void auditsOfBothTenantsAreShown() {
        String page = given().queryParam("tenant", TARGET)
                .queryParam("activity", "Add user")
                .get(LOGS + "/audits")
                .then()
                .statusCode(200)
                .body(containsString("Add user"))
                .extract()
                .asString();
        String href = page.replaceAll("(?s).*?href=\"(/_tenantry/console/logs/audits/" + TARGET + "[^\"]*)\".*", "$1");
        given().get(href).then().statusCode(200).body(containsString("Core Directory"));
    }

    @Test
    void anExportHoldsAllPagesAndNoFormulas() {
        String csv = given().queryParam("tenant", SOURCE)
                .queryParam("as", "csv")
                .get(LOGS + "/export/provisioning")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("provisioning.csv"))
                .body(containsString("\"'=1+1, \"\"Ben\"\"\""))
                .extract()
                .asString();
        assertEquals(73, csv.lines().count());
        given().queryParam("tenant", SOURCE)
                .get(LOGS + "/export/provisioning")
                .then()
                .body("size()", equalTo(72))
                .body("[0].jobId", startsWith("Azure2Azure."));
        given().queryParam("tenant", SOURCE).get(LOGS + "/export/other").then().statusCode(404);
    }

    @Test
    void mailsAreShownAsText() {
        given().get(LOGS + "/mails").then().statusCode(200).body(containsString("No mails"));
    }
}
