package io.tenantry.fault;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;

import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.WithClient;

/** Rules of faults, and calls that may meet them. */
interface FaultCalls extends WithClient {
    String THROTTLED = "'answer':{'status':429,'retryAfter':5}";

    default ValidatableResponse put(String body) {
        return given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .put("/_tenantry/faults")
                .then();
    }

    default void rules(String... rules) {
        put("{'rules':[" + String.join(",", rules) + "]}").statusCode(204).body(emptyString());
    }

    default ValidatableResponse shown() {
        return given().get("/_tenantry/faults").then().statusCode(200);
    }

    default ValidatableResponse token(String tenant) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", CLIENT)
                .formParam("client_secret", "a-secret-of-the-tests")
                .formParam("scope", "https://graph.microsoft.com/.default")
                .post("/" + tenant + "/oauth2/v2.0/token")
                .then();
    }

    default String accessToken() {
        return given().body("{}")
                .post("/_tenantry/tenants/source/tokens")
                .then()
                .extract()
                .path("access_token");
    }
}
