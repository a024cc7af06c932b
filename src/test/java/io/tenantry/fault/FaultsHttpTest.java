package io.tenantry.fault;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.packaged.Http;
import java.net.URL;
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

/** Which calls a rule of faults fits, and how often it does. */
@QuarkusTest
class FaultsHttpTest implements FaultCalls {
    @TestHTTPResource
    URL server;

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

    private List<Integer> statuses(String rules) {
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
}
