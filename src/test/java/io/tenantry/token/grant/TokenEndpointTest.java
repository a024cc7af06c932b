package io.tenantry.token.grant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tenantry.token.TokenWorld;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The endpoint over HTTP: methods, forms, tenants in its path, and the form of its errors. */
@QuarkusTest
class TokenEndpointTest extends TokenEndpointCases {
    @Test
    void theTenantCanBeNamedByDomainInAnyCase() {
        String path = "/" + world.domain().toUpperCase() + "/OAuth2/V2.0/Token";

        assertEquals(
                world.tenant.id(),
                claims(form().post(path).then().statusCode(200)).get("tid").asText());
    }

    @Test
    void anErrorHasTheFormOfEntra() {
        clock.set(Instant.parse("2026-01-05T10:11:12Z"), true);
        String correlation = "7d2f8a52-4c1e-4a3b-9f64-0a1b2c3d4e5f";

        given().header("client-request-id", correlation)
                .header("return-client-request-id", "true")
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", appId)
                .formParam("client_secret", "wrong")
                .formParam("scope", GRAPH_SCOPE)
                .post(path())
                .then()
                .statusCode(401)
                .header("client-request-id", correlation)
                .header("Cache-Control", "no-store, no-cache")
                .body("error", equalTo("invalid_client"))
                .body(
                        "error_description",
                        matchesPattern(
                                "AADSTS7000215: Invalid client secret provided\\. Ensure the secret being sent in the"
                                        + " request is the client secret value, not the client secret ID, for a secret added to app '"
                                        + appId + "'\\. Trace ID: [0-9a-f-]{36} Correlation ID: " + correlation
                                        + " Timestamp: 2026-01-05 10:11:12Z"))
                .body("error_codes", contains(7000215))
                .body("timestamp", equalTo("2026-01-05 10:11:12Z"))
                .body("trace_id", matchesPattern("[0-9a-f-]{36}"))
                .body("correlation_id", equalTo(correlation))
                .body("error_uri", equalTo("https://login.microsoftonline.com/error?code=7000215"));
    }

    @Test
    void theCorrelationIdOfMsalNodeStandsInTheQuery() {
        String correlation = "7d2f8a52-4c1e-4a3b-9f64-0a1b2c3d4e5f";

        given().post(path() + "?client-request-id=" + correlation).then().body("correlation_id", equalTo(correlation));
    }

    @Test
    void missingParametersAreNamed() {
        refused(given().formParam("client_id", appId), 400, "invalid_request", 900144, "'grant_type'");
        refused(
                given().formParam("grant_type", "client_credentials").formParam("scope", GRAPH_SCOPE),
                400,
                "invalid_request",
                900144,
                "'client_id'");
        refused(client(), 400, "invalid_request", 900144, "'scope'");
        refused(
                given().contentType("application/json").body("{\"grant_type\":\"client_credentials\"}"),
                400,
                "invalid_request",
                900144,
                "'grant_type'");
    }

    @Test
    void aBodyThatIsNoFormIsMalformed() {
        refused(
                given().contentType("application/x-www-form-urlencoded").body("grant_type=%zz"),
                400,
                "invalid_request",
                9002313,
                "malformed or invalid");
    }

    @Test
    void otherGrantsAreUnsupported() {
        refused(
                form("grant_type", "magic"),
                400,
                "unsupported_grant_type",
                70003,
                "The app requested an unsupported grant type 'magic'.");
    }

    @Test
    void onlyNumbersWithAPageNameOne() {
        post(form("grant_type", "magic")).body("$", not(hasKey("error_uri")));
        post(form("client_id", "lamp")).body("$", not(hasKey("error_uri")));
        post(form("scope", "https://nothing.example/.default")).body("error_uri", endsWith("?code=500011"));
    }

    @Test
    void onlyPostIsAccepted() {
        given().get(path())
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_codes", contains(900561))
                .body(
                        "error_description",
                        startsWith(
                                "AADSTS900561: The endpoint only accepts POST, OPTIONS requests. Received a GET request. Trace"));
    }

    @Test
    void otherVerbsAreNamed() {
        for (String verb : new String[] {"PUT", "DELETE", "PATCH"}) {
            given().request(verb, path())
                    .then()
                    .statusCode(400)
                    .body("error_codes", contains(900561))
                    .body("error_description", containsString("Received a " + verb + " request."));
        }
    }

    @Test
    void webPagesMayAskFromAnywhere() {
        given().header("Origin", "https://page.example")
                .header("Access-Control-Request-Method", "POST")
                .options(path())
                .then()
                .statusCode(200)
                .header("Allow", "POST, OPTIONS")
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "POST, OPTIONS")
                .header("Access-Control-Allow-Headers", "*");
        post(form().header("Origin", "https://page.example"))
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
        post(form("client_secret", "wrong").header("Origin", "https://page.example"))
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void nothingIsServedBehindTheEndpoint() {
        given().get(path() + "/more").then().statusCode(404).body("error.message", instanceOf(String.class));
        form().post(path() + "/more").then().statusCode(404).body("error.message", instanceOf(String.class));
        form().post(path() + "/").then().statusCode(200);
    }

    @Test
    void aSemicolonIsACharacterOfTheTenantsName() {
        refusedAt(
                "/" + world.tenant.id() + ";x=y",
                900023,
                "Specified tenant identifier '" + world.tenant.id() + ";x=y'");
        form().post("/" + world.tenant.id() + "/oauth2;x/v2.0/token").then().statusCode(404);
    }

    @Test
    void fieldsHaveNoCaseAndTheFirstCounts() {
        given().formParam("GRANT_TYPE", "client_credentials", "magic")
                .formParam("Client_Id", appId)
                .formParam("client_secret", TokenWorld.SECRET)
                .formParam("scope", GRAPH_SCOPE)
                .post(path())
                .then()
                .statusCode(200);
    }

    @Test
    void anUnknownTenantIsNotFound() {
        String unknown = "0badc0de-0bad-4bad-8bad-0badc0de0bad";
        refusedAt("/" + unknown, 90002, "Tenant '" + unknown + "' not found.");
        refusedAt("/nowhere.example", 90002, "Tenant 'nowhere.example' not found.");
        refusedAt("/nowhere", 900023, "Specified tenant identifier 'nowhere' is neither a valid DNS name");
    }

    @Test
    void aLongTenantNameIsNoDnsName() {
        for (String name :
                new String[] {"a.".repeat(3500) + "a", "a-".repeat(3500), "a".repeat(7000), "a.a".repeat(2300)}) {
            refusedAt("/" + name, 900023, "Specified tenant identifier 'a");
        }
    }

    @Test
    void anApplicationBelongsToOneTenant() {
        refusedAt("/common", 9001023, "not supported over the /common or /consumers endpoints");
        refusedAt("/consumers", 9001023, "not supported over the /common or /consumers endpoints");
        refusedAt("/organizations", 90019, "No tenant-identifying information found");
    }

    /** Azure Identity for Java asks for a device code like this. */
    @Test
    void aBodyThatDoesNotSayWhatItIsIsAForm() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path()))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "client_id=" + appId + "&grant_type=client_credentials&client_secret=" + TokenWorld.SECRET
                                + "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"))
                .build();
        assertTrue(request.headers().firstValue("Content-Type").isEmpty());
        assertEquals(
                200,
                HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }
}
