package io.tenantry.fault;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.GraphHttp;
import io.tenantry.packaged.Await;
import io.tenantry.packaged.Http;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call that meets a fault is answered, on every face of the server: errors, delays, connections that break. */
@QuarkusTest
class FaultAnswersHttpTest implements FaultCalls {
    @TestHTTPResource
    URL server;

    @ParameterizedTest
    @CsvSource({
        "429, , temporarily_unavailable, 90055",
        "503, , temporarily_unavailable, 90033",
        "400, AADSTS50196, invalid_request, 50196",
        "400, invalid_grant, invalid_grant, 9002313",
        "404, , invalid_request, 9002313"
    })
    void theTokenServiceAnswersInItsOwnForm(int status, String code, String error, int number) {
        String given = code == null ? "" : ",'code':'" + code + "'";
        rules("{'answer':{'status':" + status + ",'retryAfter':1" + given + "}}");

        token(SOURCE_ID)
                .statusCode(status)
                .header("Retry-After", "1")
                .header("x-ms-request-id", notNullValue())
                .body("error", is(error))
                .body("error_codes", contains(number))
                .body("error_description", containsString("AADSTS" + number + ": "));
        given().get("/" + SOURCE_ID + "/v2.0/.well-known/openid-configuration")
                .then()
                .statusCode(status);
    }

    @Test
    void resourceManagerAnswersInItsOwnForm() {
        rules("{" + THROTTLED + "}");
        given().get("/subscriptions?api-version=2022-12-01")
                .then()
                .statusCode(429)
                .header("Retry-After", "5")
                .body("error.code", is("TooManyRequests"))
                .body("error.message", notNullValue());
    }

    @Test
    void whatIsAnsweredAsAnErrorIsNotDone() {
        rules("{'match':{'method':'POST'},'count':1,'answer':{'status':503}}");

        SOURCE.post("/v1.0/users", GraphHttp.userBody("ana")).statusCode(503);
        SOURCE.get("/v1.0/users").body("value", empty());
        SOURCE.post("/v1.0/users", GraphHttp.userBody("ana")).statusCode(201);
    }

    @Test
    void ourOwnPathsMeetNoFault() {
        rules("{'answer':{'status':503}}", "{'match':{'path':'/_tenantry/*'},'drop':'before'}");

        given().get("/_tenantry/health").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        shown().body("rules.hits", everyItem(is(0)));
    }

    @Test
    void aPreflightMeetsOnlyRulesForItsOwnMethod() {
        rules("{'answer':{'status':503}}");
        GraphHttp browser = SOURCE.anonymous().with("Access-Control-Request-Method", "GET");
        browser.options("/v1.0/users").statusCode(204);

        rules("{'match':{'method':'options'},'answer':{'status':503}}");
        browser.options("/v1.0/users").statusCode(503);
    }

    @Test
    void aPartOfABatchMeetsTheRulesAsACallOfItsOwn() {
        rules("{'match':{'method':'GET','path':'/v1.0/groups*','tenant':'source'},'count':1," + THROTTLED + "}");

        String parts =
                "{'requests':[{'id':'1','method':'GET','url':'/users'},{'id':'2','method':'GET','url':'groups'}]}";
        SOURCE.post("/v1.0/$batch", parts)
                .statusCode(200)
                .body("responses.find{it.id=='1'}.status", is(200))
                .body("responses.find{it.id=='2'}.status", is(429))
                .body("responses.find{it.id=='2'}.headers.'Retry-After'", is("5"))
                .body("responses.find{it.id=='2'}.body.error.code", is("TooManyRequests"));
        SOURCE.post("/v1.0/$batch", parts).body("responses.status", contains(200, 200));
    }

    @Test
    void theLongestDelayOfItsPartsIsThatOfABatch() {
        rules(
                "{'match':{'path':'/v1.0/groups'},'delay':'PT0.3S'}",
                "{'match':{'path':'/v1.0/users'},'delay':'PT0.1S'}");

        Duration took = took(() -> SOURCE.post(
                        "/v1.0/$batch",
                        "{'requests':[{'id':'1','method':'GET','url':'/users'},{'id':'2','method':'GET','url':'/groups'}]}")
                .statusCode(200)
                .body("responses.status", contains(200, 200)));
        assertTrue(took.compareTo(Duration.ofMillis(300)) >= 0, took::toString);
    }

    @Test
    void aDelayedCallIsServedAfterIt() {
        rules("{'count':1,'delay':'PT0.3S'}");

        Duration took =
                took(() -> SOURCE.post("/v1.0/users", GraphHttp.userBody("ana")).statusCode(201));
        assertTrue(took.compareTo(Duration.ofMillis(300)) >= 0, took::toString);
        rules("{'delay':'PT0.2S','answer':{'status':504}}");
        Duration refused = took(() -> SOURCE.get("/v1.0/users").statusCode(504));
        assertTrue(refused.compareTo(Duration.ofMillis(200)) >= 0, refused::toString);
    }

    @Test
    void aDelayEndsWhenTheClientGoes() throws Exception {
        rules("{'delay':'PT10M'}");
        try (Socket client = new Socket("localhost", server.getPort())) {
            client.getOutputStream().write("GET /v1.0/users HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
            assertTrue(
                    Await.until(Duration.ofSeconds(20), () -> shown().extract().<Integer>path("rules[0].hits") == 1));
        }
        assertTrue(Await.until(
                Duration.ofSeconds(20),
                () -> given().get("/_tenantry/requests")
                                .<List<?>>path("requests")
                                .size()
                        == 1));
        given().get("/_tenantry/requests").then().body("requests[0].error.code", is("ConnectionClosed"));
    }

    private static Duration took(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void aCallWhoseConnectionIsDroppedBeforeIsNotDone() {
        rules("{'match':{'method':'POST'},'drop':'before'}");

        Http source = new Http("http://localhost:" + server.getPort(), accessToken());
        assertThrows(IOException.class, () -> source.post("/v1.0/users", body("ana")));
        rules();
        SOURCE.get("/v1.0/users").body("value", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.0/users", "/v1.0/$metadata"})
    void aCallWhoseConnectionIsDroppedDuringItsAnswerIsDone(String read) {
        rules("{'drop':'during'}");

        Http source = new Http("http://localhost:" + server.getPort(), accessToken());
        assertThrows(IOException.class, () -> source.post("/v1.0/users", body("ana")));
        assertThrows(IOException.class, () -> source.get(read));
        assertThrows(IOException.class, () -> token(SOURCE_ID).extract().asString());
        rules();
        SOURCE.get("/v1.0/users").body("value.displayName", contains("ana"));
    }

    private static String body(String name) {
        return GraphHttp.userBody(name).replace('\'', '"');
    }

    @Test
    void theJournalTellsWhichCallsMetAFault() {
        rules("{'count':1,'answer':{'status':503}}", "{'match':{'path':'/v1.0/groups'},'drop':'before'}");
        SOURCE.get("/v1.0/users").statusCode(503);
        Http source = new Http("http://localhost:" + server.getPort(), accessToken());
        assertThrows(IOException.class, () -> source.get("/v1.0/groups"));
        SOURCE.get("/v1.0/users").statusCode(200);

        // a client may ask once more by itself
        given().get("/_tenantry/requests")
                .then()
                .body("requests[0].fault", is(false))
                .body("requests[1].fault", is(true))
                .body("requests[1].status", is(0))
                .body("requests[1].error.code", is("ConnectionClosed"))
                .body("requests.size()", greaterThanOrEqualTo(3))
                .body("requests[-1].fault", is(true))
                .body("requests[-1].status", is(503));
    }
}
