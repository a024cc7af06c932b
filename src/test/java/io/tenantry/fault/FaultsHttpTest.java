package io.tenantry.fault;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.WithClient;
import io.tenantry.packaged.Await;
import io.tenantry.packaged.Http;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults by rule, on every face of the server. */
@QuarkusTest
class FaultsHttpTest implements WithClient {
    private static final String THROTTLED = "'answer':{'status':429,'retryAfter':5}";

    @TestHTTPResource
    URL server;

    private static ValidatableResponse put(String body) {
        return given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .put("/_tenantry/faults")
                .then();
    }

    private static void rules(String... rules) {
        put("{'rules':[" + String.join(",", rules) + "]}").statusCode(204).body(emptyString());
    }

    private static ValidatableResponse shown() {
        return given().get("/_tenantry/faults").then().statusCode(200);
    }

    private static ValidatableResponse token(String tenant) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", CLIENT)
                .formParam("client_secret", "a-secret-of-the-tests")
                .formParam("scope", "https://graph.microsoft.com/.default")
                .post("/" + tenant + "/oauth2/v2.0/token")
                .then();
    }

    // ---- what fits

    @Test
    void anErrorIsAnsweredInGraphsFormAsOftenAsTheRuleSays() {
        rules("{'match':{'method':'GET','path':'/v1.0/users*'},'count':2," + THROTTLED + "}");

        for (int i = 0; i < 2; i++) {
            SOURCE.get("/v1.0/users")
                    .statusCode(429)
                    .header("Retry-After", "5")
                    .header("request-id", notNullValue())
                    .body("error.code", is("TooManyRequests"))
                    .body("error.innerError.date", notNullValue());
        }
        SOURCE.get("/v1.0/users").statusCode(200);
        shown().body("rules[0].hits", is(2))
                .body("rules[0].remaining", is(0))
                .body("rules[0].count", is(2))
                .body("rules[0].match.path", is("/v1.0/users*"));
    }

    @Test
    void theFirstRuleThatFitsDecidesAndAUsedOneLetsTheNextTry() {
        rules(
                "{'match':{'path':'/v1.0/groups'},'answer':{'status':500}}",
                "{'count':1,'answer':{'status':503,'code':'UnknownError','message':'Later.'}}",
                "{'answer':{'status':504}}");

        SOURCE.get("/v1.0/groups").statusCode(500).body("error.code", is("InternalServerError"));
        SOURCE.get("/v1.0/users")
                .statusCode(503)
                .header("Retry-After", nullValue())
                .body("error.code", is("UnknownError"))
                .body("error.message", is("Later."));
        SOURCE.get("/v1.0/users").statusCode(504);
        shown().body("rules.hits", contains(1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1.0/users, /v1.0/users, 429",
        "/v1.0/users, /v1.0//users, 429",
        "/v1.0/users, //v1.0/Users, 429",
        "/v1.0/users, /v1.0/5a1de000-5eed-4a11-8d00-00000000a11d/users, 429",
        "/v1.0/users, /v1.0/myorganization/users, 429",
        "/v1.0/users, /v1.0/%75sers, 429",
        "/v1.0/users, /v1.0/users/$count, 400",
        "/v1.0/users, /beta/users, 200",
        "*/users, /beta/users, 429",
        "*, /v1.0/users, 429",
        "/*/us*rs, /v1.0/users, 429",
        "/v1.0/users/a@b, /v1.0/users/a%40b, 429"
    })
    void aPathIsMatchedInEverySpelling(String pattern, String path, int status) {
        rules("{'match':{'path':'" + pattern + "'}," + THROTTLED + "}");

        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + accessToken())
                .get(path)
                .then()
                .statusCode(status);
    }

    private static String accessToken() {
        return given().body("{}")
                .post("/_tenantry/tenants/source/tokens")
                .then()
                .extract()
                .path("access_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", SOURCE_ID, DOMAIN})
    void aRuleForOneTenantLeavesTheOthersAlone(String name) {
        rules("{'match':{'tenant':'" + name + "'}," + THROTTLED + "}");

        SOURCE.get("/v1.0/users").statusCode(429);
        TARGET.get("/v1.0/users").statusCode(200);
        token(DOMAIN).statusCode(429);
        token(TARGET_ID).statusCode(400);
    }

    @Test
    void aRuleForOneClientMeetsItAtGraphAndAtTheTokenService() {
        String good = token(SOURCE_ID).statusCode(200).extract().path("access_token");
        rules("{'match':{'client':'" + CLIENT.toUpperCase() + "'}," + THROTTLED + "}");

        token(SOURCE_ID).statusCode(429);
        given().auth()
                .preemptive()
                .basic(CLIENT, "a-secret-of-the-tests")
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "https://graph.microsoft.com/.default")
                .post("/" + SOURCE_ID + "/oauth2/v2.0/token")
                .then()
                .statusCode(429);
        given().header("Authorization", "Bearer " + good)
                .get("/v1.0/users")
                .then()
                .statusCode(429);
        TARGET.get("/v1.0/users").statusCode(200);

        rules("{'match':{'client':'" + UNKNOWN + "'}," + THROTTLED + "}");
        token(SOURCE_ID).statusCode(200);
    }

    @Test
    void aShareOfTheCallsMeetsTheFaultTheSameForTheSameSeed() {
        String rule = "{'seed':7,'rules':[{'share':0.5,'answer':{'status':503}}]}";
        List<Integer> first = statuses(rule);
        assertEquals(first, statuses(rule));
        assertTrue(first.contains(200) && first.contains(503), first::toString);

        rules("{'share':0,'answer':{'status':503}}");
        SOURCE.get("/v1.0/users").statusCode(200);
        shown().body("seed", notNullValue()).body("rules[0].hits", is(0));
    }

    private static List<Integer> statuses(String rules) {
        put(rules).statusCode(204);
        return IntStream.range(0, 20)
                .mapToObj(i -> SOURCE.get("/v1.0/users").extract().statusCode())
                .toList();
    }

    @Test
    void ofEightCallsAtOnceAsManyMeetTheFaultAsTheRuleSays() throws Exception {
        rules("{'count':3,'answer':{'status':503}}");
        String token = accessToken();
        CyclicBarrier barrier = new CyclicBarrier(8);
        Callable<Integer> call = () -> {
            barrier.await();
            return new Http("http://localhost:" + server.getPort(), token)
                    .get("/v1.0/users")
                    .status();
        };
        ExecutorService callers = Executors.newFixedThreadPool(8);
        int refused = 0;
        for (Future<Integer> each : callers.invokeAll(java.util.Collections.nCopies(8, call))) {
            refused += each.get() == 503 ? 1 : 0;
        }
        callers.shutdown();
        assertEquals(3, refused);
    }

    // ---- forms

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

    // ---- batches

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

    // ---- time and connections

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

    // ---- rules

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | rules",
                "{'rules':{}} | rules",
                "{'rules':[],'more':1} | more",
                "{'rules':[],'seed':-1} | seed",
                "{'rules':[1]} | rules[0]",
                "{'rules':[{}]} | rules[0]",
                "{'rules':[{'drop':'before'},{'drop':'after'}]} | rules[1].drop",
                "{'rules':[{'answer':{}}]} | rules[0].answer.status",
                "{'rules':[{'answer':{'status':200}}]} | rules[0].answer.status",
                "{'rules':[{'answer':{'status':'429'}}]} | rules[0].answer.status",
                "{'rules':[{'answer':{'status':429,'retryAfter':-1}}]} | rules[0].answer.retryAfter",
                "{'rules':[{'answer':{'status':429,'retry':1}}]} | rules[0].answer.retry",
                "{'rules':[{'answer':{'status':429},'drop':'before'}]} | rules[0].drop",
                "{'rules':[{'delay':'5s'}]} | rules[0].delay",
                "{'rules':[{'delay':'PT-1S'}]} | rules[0].delay",
                "{'rules':[{'delay':'PT10M1S'}]} | rules[0].delay",
                "{'rules':[{'delay':'PT1S','share':1.1}]} | rules[0].share",
                "{'rules':[{'delay':'PT1S','count':-1}]} | rules[0].count",
                "{'rules':[{'delay':'PT1S','count':1.5}]} | rules[0].count",
                "{'rules':[{'delay':'PT1S','match':{'tenant':'nobody'}}]} | rules[0].match.tenant",
                "{'rules':[{'delay':'PT1S','match':{'path':'v1.0/users'}}]} | rules[0].match.path",
                "{'rules':[{'delay':'PT1S','match':{'path':'/v1.0/users?x'}}]} | rules[0].match.path",
                "{'rules':[{'delay':'PT1S','match':{'method':'G T'}}]} | rules[0].match.method",
                "{'rules':[{'delay':'PT1S','match':{'client':7}}]} | rules[0].match.client",
                "{'rules':[{'delay':'PT1S','match':{'header':'x'}}]} | rules[0].match.header"
            })
    void whatIsNoRuleIsRefusedWholeByItsPlace(String body, String place) {
        rules("{'count':1,'delay':'PT0S'}");
        put(body).statusCode(400).body("error.place", is(place)).body("error.message", notNullValue());
        shown().body("rules.size()", is(1)).body("rules[0].delay", is("PT0S"));
    }

    @Test
    void whatIsShownCanBePutBack() {
        rules("{'match':{'path':'/v1.0/*'},'count':2,'answer':{'status':429}}");
        SOURCE.get("/v1.0/users").statusCode(429);
        String given = shown().extract().asString();
        put(given).statusCode(204);
        shown().body("rules[0].hits", is(0)).body("rules[0].remaining", is(2));
    }

    @Test
    void rulesGoByDeletionAndByReset() {
        rules("{" + THROTTLED + "}");
        given().delete("/_tenantry/faults").then().statusCode(204);
        shown().body("rules", empty());
        SOURCE.get("/v1.0/users").statusCode(200);

        rules("{" + THROTTLED + "}");
        given().post("/_tenantry/reset").then().statusCode(204);
        shown().body("rules", empty());
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
