package io.tenantry.token.grant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantry.format.Json;
import io.tenantry.store.Store;
import io.tenantry.time.VirtualClock;
import io.tenantry.token.TokenWorld;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** What is asked of the token endpoint in these tests: a tenant, and a client in it with a secret and two permissions. */
abstract class TokenEndpointCases {
    static final String GRAPH_SCOPE = "https://graph.microsoft.com/.default";

    @Inject
    Store store;

    @Inject
    VirtualClock clock;

    TokenWorld world;
    String appId;

    @BeforeEach
    void aTenantWithAClient() {
        world = TokenWorld.tenant(store, "Harborlight");
        appId = world.client("Lamp keeper", "User.Read.All", "Policy.Read.All");
    }

    void refused(RequestSpecification request, int status, String error, int number, String text) {
        post(request)
                .statusCode(status)
                .body("error", equalTo(error))
                .body("error_codes", hasItem(number))
                .body("error_description", allOf(startsWith("AADSTS" + number + ": "), containsString(text)));
    }

    void refusedAt(String tenantPath, int number, String text) {
        form().post(tenantPath + "/oauth2/v2.0/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_codes", containsInAnyOrder(number))
                .body("error_description", containsString(text));
    }

    /** A request that succeeds, without scope. */
    RequestSpecification client() {
        return form("scope", null);
    }

    /** A request that succeeds, but for the fields given: name and value by turns, null to leave one out. */
    RequestSpecification form(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", appId);
        fields.put("client_secret", TokenWorld.SECRET);
        fields.put("scope", GRAPH_SCOPE);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        fields.values().removeIf(value -> value == null);
        return given().formParams(fields);
    }

    ValidatableResponse post(RequestSpecification request) {
        return request.post(path()).then();
    }

    String path() {
        return "/" + world.tenant.id() + "/oauth2/v2.0/token";
    }

    static ObjectNode claims(ValidatableResponse response) {
        String token = response.extract().path("access_token");
        return Json.parseObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
    }
}
