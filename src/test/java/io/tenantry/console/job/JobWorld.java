package io.tenantry.console.job;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.LoadedScenario;

/** Two tenants with a job between them, whose pages are looked at. */
final class JobWorld {
    static final String SOURCE = "5a1de000-5eed-4a11-8d00-00000000a11d";
    static final String TARGET = "b12c4000-5eed-4b12-8d00-00000000b12c";
    static final String JOB = "Azure2Azure.5a1de0005eed4a118d0000000000a11d.5a1de000-a99e-4c0f-8d00-00000000c0f0";
    static final String PAGE = "/_tenantry/console/tenants/" + SOURCE + "/jobs/" + JOB;
    static final String CONTROL = "/_tenantry/tenants/" + SOURCE + "/jobs/" + JOB;

    private static final String SCENARIO =
            """
            tenants:
              - alias: source
                id: 5a1de000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood
                initialDomain: alderwood.onmicrosoft.com
                users:
                  - {userPrincipalName: ana@alderwood.onmicrosoft.com, displayName: Ana <b>Reis</b>, department: Dock}
                  - {userPrincipalName: ben@alderwood.onmicrosoft.com, displayName: Ben Holt, department: Office}
                  - {userPrincipalName: cem@alderwood.onmicrosoft.com, displayName: Cem Ak}
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

    private JobWorld() {}

    static void begin(Class<?> test) {
        LoadedScenario.begin(test, SCENARIO);
    }

    static ValidatableResponse page(String path) {
        return given().urlEncodingEnabled(false).get(PAGE + path).then();
    }

    static void run() {
        given().post(CONTROL + "/run").then().statusCode(200);
    }
}
