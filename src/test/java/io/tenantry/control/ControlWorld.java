package io.tenantry.control;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.LoadedScenario;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;

/** Before each test: two tenants, people in one of them; and calls of the control API. */
public interface ControlWorld {
    String ALDER = "5a1de000-5eed-4a11-8d00-00000000a11d";
    String SCENARIO =
            """
            tenants:
              - alias: source
                id: 5a1de000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood
                initialDomain: alderwood.onmicrosoft.com
                verifiedDomains: [alderwood.example]
                licenses: [{skuPartNumber: AAD_PREMIUM_P2, units: 10}]
                clients:
                  - {appId: 5a1de000-c11e-4c0f-8d00-00000000c0f0, displayName: Scripts, secret: s3cret, permissions: ["*"]}
                users:
                  - {userPrincipalName: ana@alderwood.example, displayName: Ana Reis, mail: ana@alderwood.example}
                  - {userPrincipalName: ben@alderwood.example, displayName: Ben Holt, manager: ana@alderwood.example}
                groups:
                  - {displayName: Dock, members: [ana@alderwood.example]}
                roleAssignments: [{principal: ana@alderwood.example, role: Security Administrator}]
              - alias: target
                id: b12c4000-5eed-4b12-8d00-00000000b12c
                displayName: Birchline
                initialDomain: birchline.onmicrosoft.com
            """;

    @BeforeEach
    default void world() {
        LoadedScenario.begin(getClass(), SCENARIO);
    }

    default ValidatableResponse users(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/v1.0/users?$orderby=displayName&$select=id,displayName,userPrincipalName")
                .then();
    }

    default ValidatableResponse createUser(String token, String name) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(
                        """
                        {"displayName": "NAME", "mailNickname": "NAME", "userPrincipalName": "NAME@alderwood.example",
                         "accountEnabled": true, "passwordProfile": {"password": "Kelp-4-Harbour!"}}"""
                                .replace("NAME", name))
                .post("/v1.0/users")
                .then();
    }

    default String token(String tenant, String body) {
        return send("/tenants/" + tenant + "/tokens", body)
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    default ValidatableResponse scenario(String body) {
        LoadedScenario.exchanged();
        return given().contentType("application/yaml")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/_tenantry/scenario")
                .then();
    }

    default ValidatableResponse send(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/_tenantry" + path)
                .then();
    }

    default ValidatableResponse put(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/_tenantry" + path)
                .then();
    }

    default ValidatableResponse post(String path) {
        return given().post("/_tenantry" + path).then();
    }

    default ValidatableResponse get(String path) {
        return given().get("/_tenantry" + path).then();
    }

    default ValidatableResponse delete(String path) {
        return given().delete("/_tenantry" + path).then();
    }
}
