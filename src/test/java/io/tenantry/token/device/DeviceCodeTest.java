package io.tenantry.token.device;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Json;
import io.tenantry.token.AtOnce;
import io.tenantry.token.FormBrowser;
import io.tenantry.token.FormBrowser.Page;
import io.tenantry.token.SignInCases;
import io.tenantry.token.SignInWorld;
import io.tenantry.token.SignInWorld.Application;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeviceCodeTest extends SignInCases {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private Application client;
    private final FormBrowser browser = new FormBrowser();

    @BeforeEach
    void aUserAndAPublicClient() {
        client = world.publicClient();
    }

    @Test
    void whoEntersTheCodeSignsTheDeviceIn() {
        JsonNode started = start();
        assertEquals(900, started.get("expires_in").asInt());
        refused(poll(started, GRANT), "authorization_pending", 70016);

        Page confirm = enter(started);
        assertTrue(confirm.text().contains("Tide cli"), confirm.text());
        Page end = browser.submit(confirm, "confirm", "continue");
        assertTrue(end.text().contains("signed in"), end.text());

        poll(started, "device_code").statusCode(200).body("refresh_token", notNullValue());
        refused(poll(started, GRANT), "invalid_grant", 54005);
    }

    @Test
    void aResourceIsNamedAtV1Only() {
        refused(
                given().contentType(ContentType.URLENC)
                        .formParam("client_id", client.appId())
                        .formParam("scope", SignInWorld.SCOPES)
                        .formParam("resource", "https://graph.microsoft.com")
                        .post(world.path("/oauth2/v2.0/devicecode"))
                        .then(),
                "invalid_request",
                901002);
    }

    @Test
    void whoSaysNoEndsIt() {
        JsonNode started = start();
        browser.submit(enter(started), "confirm", "cancel");
        refused(poll(started, GRANT), "authorization_declined", 70017);
    }

    @Test
    void aQuarterOfAnHourEndsIt() {
        JsonNode started = start();
        clock.set(clock.now().plus(Duration.ofMinutes(15)), true);
        refused(poll(started, GRANT), "expired_token", 70020);
        assertTrue(browser.get(
                        "/common/oauth2/deviceauth",
                        "otc",
                        started.get("user_code").asText())
                .text()
                .contains("AADSTS70018"));
    }

    @Test
    void whatIsNoDeviceCodeIsRefused() {
        refused(world.token(client, GRANT, "device_code", "GAAA-not-a-code"), "bad_verification_code", 70018);
        refused(world.token(client, GRANT), "invalid_request", 900144);
    }

    @Test
    void anotherClientCannotPoll() {
        JsonNode started = start();
        refused(
                world.token(
                        world.webClient(),
                        GRANT,
                        "device_code",
                        started.get("device_code").asText()),
                "invalid_grant",
                700007);
    }

    @Test
    void aCodeOfOneTenantIsNoneInAnother() {
        SignInWorld away = new SignInWorld(store);
        JsonNode started = start();
        String code = started.get("device_code").asText();
        refused(away.token(client, GRANT, "device_code", code), "invalid_grant", 700005);

        browser.submit(enter(started), "confirm", "continue");
        refused(away.token(client, GRANT, "device_code", code), "invalid_grant", 700005);
        poll(started, GRANT).statusCode(200);
    }

    @Test
    void ofEightThatPollAtOnceOneIsHonoured() throws Exception {
        JsonNode started = start();
        browser.submit(enter(started), "confirm", "continue");
        assertEquals(1, AtOnce.successes(() -> poll(started, GRANT).extract().statusCode() == 200));
    }

    private JsonNode start() {
        return Json.parse(given().contentType(ContentType.URLENC)
                .formParam("client_id", client.appId())
                .formParam("scope", SignInWorld.SCOPES)
                .post(world.path("/oauth2/v2.0/devicecode"))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** As far as the question whether it is the right device. */
    private Page enter(JsonNode started) {
        Page page = browser.get("/common/oauth2/deviceauth");
        Page signIn =
                browser.submit(page, "otc", started.get("user_code").asText().toLowerCase());
        return browser.signIn(signIn, ana.text("userPrincipalName"), SignInWorld.PASSWORD);
    }

    private ValidatableResponse poll(JsonNode started, String grantType) {
        return world.token(
                client, grantType, "device_code", started.get("device_code").asText());
    }

    private static void refused(ValidatableResponse answer, String error, int number) {
        answer.statusCode(400).body("error", equalTo(error)).body("error_codes[0]", equalTo(number));
    }
}
