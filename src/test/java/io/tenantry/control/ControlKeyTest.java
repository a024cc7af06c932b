package io.tenantry.control;

import static io.tenantry.control.ControlAccessTest.told;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantry.OtherSettings;
import io.tenantry.packaged.Answer;
import io.tenantry.packaged.RawRequest;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a key: who brings it gets through, under the names of this machine and those that are listed. */
@QuarkusTest
@TestProfile(OtherSettings.class)
class ControlKeyTest {
    @TestHTTPResource
    URL server;

    @ConfigProperty(name = "tenantry.control.key")
    String key;

    static List<ControlCalls.Call> calls() {
        return ControlCalls.all();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void withoutItEverySpellingIsRefused(ControlCalls.Call call) throws IOException {
        for (String spelling : call.spellings()) {
            Answer answer = told(request(call.method(), spelling).send());
            assertTrue(List.of(400, 401, 404, 405).contains(answer.status()), answer::toString);
        }
    }

    @Test
    void everyCallMustBringIt() throws IOException {
        told(tenants().send()).expect(401);
        told(tenants().header("X-Tenantry-Key", key.substring(1)).send()).expect(401);
        told(tenants().header("X-Tenantry-Key", "").send()).expect(401);
        tenants().header("X-Tenantry-Key", key).send().expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "team.test.example:8365", "TENANTRY", "127.0.0.1:8365"})
    void itOpensUnderNamesOfThisMachineAndListedOnes(String host) throws IOException {
        tenants().header("X-Tenantry-Key", key).hosts(host).send().expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "graph.microsoft.com", "x.team.test.example", "192.0.2.7", "[2001:db8::1]"})
    void itDoesNotUnderOtherNames(String host) throws IOException {
        told(tenants().header("X-Tenantry-Key", key).hosts(host).send()).expect(403);
    }

    @Test
    void aPageOfAnotherOriginIsRefusedWithIt() throws IOException {
        told(tenants()
                        .header("X-Tenantry-Key", key)
                        .header("Origin", "https://evil.example")
                        .send())
                .expect(403);
    }

    @Test
    void healthIsToldToEveryone() throws IOException {
        request("GET", "/_tenantry/health").send().expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kelp",
                "demo-key",
                "fifteen-letters",
                "aaaaaaaaaaaaaaaaaaaaaaaa",
                "1212121212121212121212",
                "demo-key-demo-key",
                "CHANGE_ME_please_now",
                "your-key-goes-here",
                "my-example-key-of-1"
            })
    void aKeyThatIsShortOrASampleIsRefusedAndNotRepeated(String key) {
        UnusableKey refused = assertThrows(UnusableKey.class, () -> ControlKey.checked(key));
        assertTrue(key.isEmpty() || !refused.getMessage().contains(key), refused::getMessage);
    }

    @Test
    void aKeyOfOnesOwnIsTaken() {
        assertDoesNotThrow(() -> ControlKey.checked(UUID.randomUUID().toString()));
        assertDoesNotThrow(() -> ControlKey.checked(UUID.randomUUID().toString().substring(0, 18)));
    }

    @Test
    void aBrowserIsLedToWhereTheKeyIsAskedFor() {
        page().get("/_tenantry/console/requests?status=4xx")
                .then()
                .statusCode(303)
                .header(
                        "Location",
                        endsWith("/_tenantry/console/key?back=%2F_tenantry%2Fconsole%2Frequests%3Fstatus%3D4xx"));
        page().header("HX-Request", "true")
                .get("/_tenantry/console/clock/bar")
                .then()
                .statusCode(401)
                .header("HX-Redirect", "/_tenantry/console/key");
    }

    @Test
    void whoGaveItIsRememberedByACookieThatDoesNotTellIt() {
        given("not-the-key", "").statusCode(403).body(containsString("That is not the key"));
        String cookie = given(key, "https://evil.example/")
                .statusCode(303)
                .header("Location", endsWith("/_tenantry/console"))
                .header("Set-Cookie", allOf(containsString("HttpOnly"), containsStringIgnoringCase("SameSite=Strict")))
                .extract()
                .cookie(ControlSession.COOKIE);
        assertFalse(cookie.contains(key));
        page().cookie(ControlSession.COOKIE, cookie)
                .get("/_tenantry/console")
                .then()
                .statusCode(200)
                .body(containsString("Forget key"));
        RestAssured.given()
                .cookie(ControlSession.COOKIE, cookie)
                .get("/_tenantry/tenants")
                .then()
                .statusCode(200);
        RestAssured.given()
                .cookie(ControlSession.COOKIE, cookie)
                .header("Origin", "https://evil.example")
                .get("/_tenantry/tenants")
                .then()
                .statusCode(403);
        page().cookie(ControlSession.COOKIE, key)
                .get("/_tenantry/console")
                .then()
                .statusCode(303);
    }

    private static RequestSpecification page() {
        return RestAssured.given().redirects().follow(false).header("Accept", "text/html");
    }

    private static ValidatableResponse given(String key, String back) {
        return page().formParam("key", key)
                .formParam("back", back)
                .post("/_tenantry/console/key")
                .then();
    }

    private RawRequest tenants() {
        return request("GET", "/_tenantry/tenants");
    }

    private RawRequest request(String method, String path) {
        return RawRequest.to(server.getPort(), method, path).header("Content-Length", "0");
    }
}
