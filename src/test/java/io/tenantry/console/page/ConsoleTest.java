package io.tenantry.console.page;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.LoadedScenario;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all pages of the console share, and the call that their forms make. */
@QuarkusTest
class ConsoleTest {
    private static final String CONSOLE = "/_tenantry/console";

    @TestHTTPResource
    URL server;

    @BeforeEach
    void world() {
        LoadedScenario.beginDemo(ConsoleTest.class);
        given().delete("/_tenantry/requests").then().statusCode(204);
    }

    @Test
    void aPageLoadsNothingFromElsewhereAndRunsNoScriptOfItsOwn() {
        String page = given().get(CONSOLE)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .body(not(containsString("<script>")), not(containsString("style=\"")))
                .extract()
                .asString();
        for (String asset : page.split("(?:src|href)=\"")) {
            String url = asset.substring(0, asset.indexOf('"') < 0 ? 0 : asset.indexOf('"'));
            if (url.contains(".js") || url.contains(".css")) {
                given().urlEncodingEnabled(false).get(url).then().statusCode(200);
            }
        }
    }

    @Test
    void aFormMakesTheCallThatItStandsFor() {
        given().formParam("method", "PUT")
                .formParam("url", "/_tenantry/clock")
                .formParam("/now", "2031-02-03T04:05:06Z")
                .formParam("/frozen:boolean", "true")
                .post(CONSOLE + "/call")
                .then()
                .statusCode(200)
                .header("HX-Trigger-After-Swap", "changed")
                .body(containsString("2031-02-03T04:05:06Z"), containsString("curl --globoff"));
        given().get("/_tenantry/clock")
                .then()
                .body("now", equalTo("2031-02-03T04:05:06Z"))
                .body("frozen", equalTo(true));
    }

    @Test
    void aPreviewCallsNothing() {
        given().formParam("method", "PUT")
                .formParam("url", "/_tenantry/clock")
                .formParam("/frozen:boolean", "true")
                .formParam("preview", "true")
                .post(CONSOLE + "/call")
                .then()
                .statusCode(200)
                .header("HX-Trigger-After-Swap", equalTo(null))
                .body(containsString("Invoke-RestMethod"));
        given().get("/_tenantry/clock").then().body("frozen", equalTo(false));
    }

    @Test
    void whatTheApiRefusesIsToldWithItsMessage() {
        call("POST", "/_tenantry/snapshots/none/restore", null)
                .body(containsString("404"), containsString("there is no snapshot"));
        call("GET", "/v1.0/users/nobody@example.com", "source").body(containsString("does not exist"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/nothing/at/all",
                "/logs/export/nothing",
                "/%3Cb%3E",
            })
    void anAddressWithoutPageLeadsToOneFromWhichToGoOn(String address) {
        given().urlEncodingEnabled(false)
                .get(CONSOLE + address)
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"))
                .body(containsString("There is no such page"), not(containsString("<b>nothing")));
    }

    @Test
    void withoutScriptsAnOutcomeIsAPageOfItsOwn() {
        call("GET", "/_tenantry/clock", null).body(containsString("aria-label=\"Console\""), containsString("200"));
        call("GET", "/q/metrics", null).body(containsString("aria-label=\"Console\""));
        given().header("HX-Request", "true")
                .formParam("method", "GET")
                .formParam("url", "/_tenantry/clock")
                .post(CONSOLE + "/call")
                .then()
                .body(containsString("200"), not(containsString("aria-label=\"Console\"")));
        given().redirects()
                .follow(false)
                .formParam("method", "GET")
                .formParam("url", "/_tenantry/clock")
                .formParam("then", CONSOLE + "/logs")
                .post(CONSOLE + "/call")
                .then()
                .statusCode(303)
                .header("Location", endsWith(CONSOLE + "/logs"));
    }

    @Test
    void nothingButTheApiIsCalled() {
        for (String url : new String[] {
            "/q/metrics",
            "http://example.com/",
            "/_tenantry/console",
            "//example.com/v1.0/",
            "/v1.0/../q/health",
            "/v1.0/a b"
        }) {
            call("GET", url, null).body(containsString("calls Graph and the control API only"));
        }
        call("TRACE", "/_tenantry/clock", null).body(containsString("calls Graph and the control API only"));
    }

    @Test
    void whatPagesReadIsNotInTheJournalAndWhatTheyDoIs() {
        given().get(CONSOLE).then().statusCode(200);
        given().get("/_tenantry/requests").then().body("requests.size()", equalTo(0));
        call("GET", "/v1.0/users?$top=1", "source").body(containsString("200"));
        given().get("/_tenantry/requests").then().body("requests[0].path", equalTo("/v1.0/users"));
    }

    /** A page waits for the API, and the API for a thread: pages that took them all would wait for each other. */
    @Test
    void anyNumberOfPagesAtOnceLeavesTheServerItsThreads() {
        HttpClient browser = HttpClient.newHttpClient();
        HttpRequest page = HttpRequest.newBuilder(URI.create(server.toString().replaceAll("/$", "") + CONSOLE))
                .timeout(Duration.ofSeconds(30))
                .build();
        List<CompletableFuture<Integer>> pages = Stream.generate(
                        () -> browser.sendAsync(page, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode))
                .limit(600)
                .toList();
        List<Integer> answers = pages.stream().map(CompletableFuture::join).toList();
        assertEquals(
                Set.of(),
                answers.stream()
                        .filter(status -> status != 200 && status != 503)
                        .collect(toSet()));
        assertTrue(answers.contains(200));
        given().get(CONSOLE).then().statusCode(200);
    }

    @Test
    void pagesOfAnotherOriginNeitherReadNorAct() {
        given().header("Origin", "https://elsewhere.example")
                .get(CONSOLE)
                .then()
                .statusCode(403);
        given().header("Origin", "null")
                .formParam("method", "POST")
                .formParam("url", "/_tenantry/reset")
                .post(CONSOLE + "/call")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse call(String method, String url, String tenant) {
        var form = given().formParam("method", method).formParam("url", url);
        if (tenant != null) {
            form = form.formParam("tenant", tenant);
        }
        return form.post(CONSOLE + "/call").then().statusCode(200);
    }
}
