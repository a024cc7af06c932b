package io.tenantry.console.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests, one of them whole, and faults. */
@QuarkusTest
class RequestsPageTest {
    private static final String CONSOLE = "/_tenantry/console";

    @BeforeEach
    void world() {
        LoadedScenario.beginDemo(RequestsPageTest.class);
        given().delete("/_tenantry/requests").then().statusCode(204);
    }

    @Test
    void aRequestIsListedWithItsTenantAndErrorAndEscaped() {
        asked("/v1.0/users/{id}", "<img src=x onerror=alert(1)>");
        given().get(CONSOLE + "/requests")
                .then()
                .statusCode(200)
                .body(
                        containsString("Fernholm"),
                        containsString("Request_ResourceNotFound"),
                        containsString("<span class=\"badge warn\">404</span>"),
                        not(containsString("<img")));
    }

    @Test
    void filtersAskTheApi() {
        asked("/v1.0/users/{id}", "nobody");
        asked("/v1.0/{set}", "groups");
        given().queryParam("status", "4xx")
                .get(CONSOLE + "/requests/list")
                .then()
                .statusCode(200)
                .body(containsString("users/nobody"), not(containsString("/v1.0/groups")));
        given().queryParam("path", "group")
                .get(CONSOLE + "/requests/list")
                .then()
                .body(containsString("/v1.0/groups"), not(containsString("users/nobody")));
        given().queryParam("status", "many").get(CONSOLE + "/requests").then().statusCode(400);
    }

    @Test
    void oneRequestIsShownWholeWithoutItsSecrets() {
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "c11e0001-fe12-4000-8000-0000fe12ad01")
                .formParam("client_secret", "fernholm-admin-secret")
                .formParam("scope", "https://graph.microsoft.com/.default")
                .post("/5eed0001-fe12-4000-8000-0000fe120001/oauth2/v2.0/token")
                .then()
                .statusCode(200);
        String id = given().get("/_tenantry/requests").then().extract().path("requests[0].id");
        given().get(CONSOLE + "/requests/" + id)
                .then()
                .statusCode(200)
                .body(containsString("client_credentials"), not(containsString("fernholm-admin-secret")));
        given().get(CONSOLE + "/requests/987654").then().statusCode(404).body(containsString("there is no request"));
    }

    @Test
    void aRuleIsAddedBehindTheOthersAndTakenAwayAgain() {
        given().contentType("application/json")
                .body("{\"rules\":[{\"match\":{\"path\":\"/v1.0/groups\"},\"answer\":{\"status\":429}}]}")
                .put("/_tenantry/faults")
                .then()
                .statusCode(204);
        given().get(CONSOLE + "/faults")
                .then()
                .statusCode(200)
                .body(
                        containsString("answer 429"),
                        containsString("name=\"from\" value=\"/_tenantry/faults\""),
                        containsString("name=\"/rules/-/match/path\""));
        given().formParam("method", "PUT")
                .formParam("url", "/_tenantry/faults")
                .formParam("from", "/_tenantry/faults")
                .formParam("/rules/-/match/path", "/v1.0/users*")
                .formParam("/rules/-/answer/status:number", "503")
                .formParam("/rules/-/delay", "PT0S")
                .post(CONSOLE + "/call")
                .then()
                .statusCode(200)
                .body(containsString("204"));
        given().get("/_tenantry/faults")
                .then()
                .body("rules.size()", equalTo(2))
                .body("rules[1].answer.status", equalTo(503))
                .body("rules[0].match.path", equalTo("/v1.0/groups"));
    }

    private static void asked(String path, String value) {
        String token = given().contentType("application/json")
                .body("{}")
                .post("/_tenantry/tenants/source/tokens")
                .then()
                .extract()
                .path("access_token");
        given().auth().oauth2(token).get(path, value);
    }
}
