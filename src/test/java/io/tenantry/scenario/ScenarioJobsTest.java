package io.tenantry.scenario;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.Test;

/** Policies and jobs of a scenario: there from the beginning, as if they had been made through Graph. */
@QuarkusTest
class ScenarioJobsTest {
    private static final String SCENARIO =
            """
            tenants:
              - alias: source
                id: 5a1de000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood
                initialDomain: alderwood.onmicrosoft.com
                users:
                  - {userPrincipalName: ana@alderwood.onmicrosoft.com, displayName: Ana Reis}
                  - {userPrincipalName: ben@alderwood.onmicrosoft.com, displayName: Ben Holt}
                groups: [{id: 9a1de000-5eed-4a11-8d00-00000000a11d, displayName: Dock, members: [ben@alderwood.onmicrosoft.com]}]
                partners:
                  - tenantId: b12c4000-5eed-4b12-8d00-00000000b12c
                    automaticUserConsentSettings: {outboundAllowed: true}
                synchronizationJobs:
                  - displayName: To Birchline
                    appId: 5a1de000-a99e-4c0f-8d00-00000000c0f0
                    secrets:
                      - {key: CompanyId, value: b12c4000-5eed-4b12-8d00-00000000b12c}
                      - {key: AuthenticationType, value: SyncPolicy}
                    assignments: [ana@alderwood.onmicrosoft.com, 9a1de000-5eed-4a11-8d00-00000000a11d]
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
            "/_tenantry/tenants/source/jobs/Azure2Azure.5a1de0005eed4a118d0000000000a11d.5a1de000-a99e-4c0f-8d00-00000000c0f0";

    @Test
    void aJobOfTheScenarioIsPlanned() {
        LoadedScenario.load(SCENARIO);
        given().body("{\"started\": true}")
                .post(JOB + "/plan")
                .then()
                .statusCode(200)
                .body("gates.met", everyItem(is(true)))
                .body("counts.create", is(2))
                .body("objects.source.displayName", hasItem("Ben Holt"));
        given().post(JOB + "/plan").then().body("counts.create", is(0));
    }

    @Test
    void whatOnlyThePolicyRefusesChangesNothing() {
        given().body(SCENARIO.replace("outboundAllowed: true", "outboundAllowed: often"))
                .put("/_tenantry/scenario")
                .then()
                .statusCode(400)
                .body("error.place", containsString("partners[0].automaticUserConsentSettings"));
    }
}
