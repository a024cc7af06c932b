package io.tenantry.console.job;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantry.graph.LoadedScenario;

/** Two tenants with a job between them; time stands still. */
public final class JobWorld {
    public static final String SOURCE = "5a1de000-5eed-4a11-8d00-00000000a11d";
    public static final String TARGET = "b12c4000-5eed-4b12-8d00-00000000b12c";
    public static final String JOB =
            "Azure2Azure.5a1de0005eed4a118d0000000000a11d.5a1de000-a99e-4c0f-8d00-00000000c0f0";
    public static final String PAGE = "/_tenantry/console/tenants/" + SOURCE + "/jobs/" + JOB;
    public static final String CALL = "/_tenantry/console/call";
    public static final String CONTROL = "/_tenantry/tenants/" + SOURCE + "/jobs/" + JOB;

    public static final String SCENARIO =
            """
            tenants:
              - alias: source
                id: 5a1de000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood
                initialDomain: alderwood.onmicrosoft.com
                users:
                  - {userPrincipalName: ana@alderwood.onmicrosoft.com, displayName: Ana <b>Reis</b>, department: Dock}
                  - {userPrincipalName: ben@alderwood.onmicrosoft.com, displayName: Ben Holt, department: Office, mail: ben@alderwood.onmicrosoft.com}
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

    public static void begin(Class<?> test) {
        LoadedScenario.begin(test, SCENARIO);
        given().body("{\"frozen\": true}").put("/_tenantry/clock").then().statusCode(200);
    }

    public static ValidatableResponse page(String path) {
        return given().urlEncodingEnabled(false).get(PAGE + path).then();
    }

    /** All permissions in the source. */
    public static String token() {
        return token("source");
    }

    private static String token(String tenant) {
        return given().body("{}")
                .post("/_tenantry/tenants/" + tenant + "/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static RequestSpecification in(String tenant) {
        return given().auth().oauth2(token(tenant)).contentType("application/json");
    }

    /** A form of a page that calls Graph in the source. */
    public static RequestSpecification form(String method, String url) {
        return given().formParam("method", method).formParam("url", url).formParam("tenant", SOURCE);
    }

    /** Where the job is in Graph. */
    public static String graph() {
        String application = given().get(CONTROL).then().extract().path("servicePrincipal.id");
        return "/v1.0/servicePrincipals/" + application + "/synchronization/jobs/" + JOB;
    }

    public static void start() {
        in("source").post(graph() + "/start").then().statusCode(204);
    }

    /** One cycle. */
    public static void run() {
        given().post(CONTROL + "/run").then().statusCode(200);
    }

    /** The target lets nobody be synchronized into it any more. */
    public static void closeTarget() {
        in("target")
                .body("{\"userSyncInbound\": {\"isSyncAllowed\": false}}")
                .patch("/v1.0/policies/crossTenantAccessPolicy/partners/" + SOURCE + "/identitySynchronization")
                .then()
                .statusCode(204);
    }

    /** More deletions than this are held back. */
    public static void threshold(int most) {
        String settings = "{\\\"DeleteThresholdEnabled\\\": true, \\\"DeleteThresholdValue\\\": " + most + "}";
        in("source")
                .body("{\"value\": [{\"key\": \"SyncNotificationSettings\", \"value\": \"" + settings + "\"}]}")
                .put(graph().replaceAll("/jobs/.*", "/secrets"))
                .then()
                .statusCode(204);
    }

    /** A user of the source is deleted. */
    public static void delete(String name) {
        in("source")
                .delete("/v1.0/users/" + name + "@alderwood.onmicrosoft.com")
                .then()
                .statusCode(204);
    }

    /** A member of the target has the address that a user of the source is to be invited by. */
    public static void standInTheWay(String name) {
        in("target")
                .body(
                        """
                        {"displayName": "Desk", "mailNickname": "desk", "accountEnabled": true, "mail": "%1$s@alderwood.onmicrosoft.com",
                         "userPrincipalName": "desk@birchline.onmicrosoft.com", "passwordProfile": {"password": "Harbour-7-lights"}}
                        """
                                .formatted(name))
                .post("/v1.0/users")
                .then()
                .statusCode(201);
    }
}
