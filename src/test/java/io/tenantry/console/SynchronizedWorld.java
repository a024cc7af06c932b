package io.tenantry.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.BeforeEach;

/** Before each test: a source whose job has a first cycle behind it, its target, and a tenant beside them. Names have markup in them. */
public interface SynchronizedWorld {
    String SOURCE = "5a1de000-5eed-4a11-8d00-00000000a11d";
    String TARGET = "b12c4000-5eed-4b12-8d00-00000000b12c";
    String BESIDE = "ced40000-5eed-4ced-8d00-00000000ced4";
    String ANA = "a0000000-0000-4000-8000-000000000001";
    String BEN = "a0000000-0000-4000-8000-000000000002";
    String BOSS = "a0000000-0000-4000-8000-000000000003";
    String DOCK = "9a1de000-5eed-4a11-8d00-00000000a11d";
    String JOB = "Azure2Azure.5a1de0005eed4a118d0000000000a11d.5a1de000-a99e-4c0f-8d00-00000000c0f0";
    String TENANTS = "/_tenantry/console/tenants";
    /** As it must stand in a page. */
    String ESCAPED = "&lt;img src=x onerror=alert(1)&gt;";

    String SCENARIO =
            """
            tenants:
              - alias: source
                id: 5a1de000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood <img src=x onerror=alert(1)>
                initialDomain: alderwood.onmicrosoft.com
                verifiedDomains: [alderwood.example]
                licenses: [{skuPartNumber: AAD_PREMIUM_P2, units: 100}]
                users:
                  - {id: a0000000-0000-4000-8000-000000000001, userPrincipalName: ana@alderwood.example, displayName: "Ana <img src=x onerror=alert(1)> Reis", mail: ana@alderwood.example, department: "Dock <img src=x onerror=alert(1)>", manager: boss@alderwood.example}
                  - {id: a0000000-0000-4000-8000-000000000002, userPrincipalName: ben@alderwood.example, displayName: Ben Holt, mail: ben@alderwood.example, accountEnabled: false}
                  - {id: a0000000-0000-4000-8000-000000000003, userPrincipalName: boss@alderwood.example, displayName: Bo Berg, mail: boss@alderwood.example}
                groups:
                  - {id: 9a1de000-5eed-4a11-8d00-00000000a11d, displayName: "Dock <img src=x onerror=alert(1)>", members: [ana@alderwood.example, ben@alderwood.example]}
                partners:
                  - {tenantId: b12c4000-5eed-4b12-8d00-00000000b12c, automaticUserConsentSettings: {outboundAllowed: true}}
                synchronizationJobs:
                  - displayName: To Birchline <img src=x onerror=alert(1)>
                    appId: 5a1de000-a99e-4c0f-8d00-00000000c0f0
                    secrets: [{key: CompanyId, value: b12c4000-5eed-4b12-8d00-00000000b12c}, {key: AuthenticationType, value: SyncPolicy}]
                    assignments: [9a1de000-5eed-4a11-8d00-00000000a11d]
                    started: true
              - alias: target
                id: b12c4000-5eed-4b12-8d00-00000000b12c
                displayName: Birchline
                initialDomain: birchline.onmicrosoft.com
                partners:
                  - tenantId: 5a1de000-5eed-4a11-8d00-00000000a11d
                    inboundTrust: {isMfaAccepted: true}
                    automaticUserConsentSettings: {inboundAllowed: true}
                    identitySynchronization: {userSyncInbound: {isSyncAllowed: true}}
                  - tenantId: 00000000-5eed-4ced-8d00-000000000001
              - alias: beside
                id: ced40000-5eed-4ced-8d00-00000000ced4
                displayName: Cedarholm
                initialDomain: cedarholm.onmicrosoft.com
            """;

    @BeforeEach
    default void world() {
        LoadedScenario.begin(getClass(), SCENARIO);
        given().body("{\"frozen\": true}").put("/_tenantry/clock");
        given().post("/_tenantry/tenants/source/jobs/" + JOB + "/run").then().statusCode(200);
    }

    /** A page or a part; no markup of a name has come through. */
    static ValidatableResponse page(String path) {
        return given().urlEncodingEnabled(false)
                .get(TENANTS + path)
                .then()
                .statusCode(200)
                .body(not(containsString("<img")));
    }

    /** The user of the target that Ana was provisioned into. */
    static String anaInTarget() {
        return given().get("/_tenantry/tenants/source/users/" + ANA + "/links")
                .then()
                .extract()
                .path("[0].target.id");
    }
}
