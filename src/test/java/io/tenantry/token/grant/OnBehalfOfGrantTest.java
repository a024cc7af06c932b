package io.tenantry.token.grant;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Json;
import io.tenantry.token.SignInCases;
import io.tenantry.token.SignInWorld;
import io.tenantry.token.SignInWorld.Api;
import io.tenantry.token.SignInWorld.Application;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnBehalfOfGrantTest extends SignInCases {
    private Application cli;
    private Api api;

    @BeforeEach
    void anApiThatMayCallGraph() {
        cli = world.publicClient();
        api = world.api(cli);
    }

    @Test
    void anApiGetsATokenForItsCaller() {
        String token = passOn(forApi()).statusCode(200).extract().path("access_token");
        JsonNode claims = SignInWorld.claims(token);
        assertEquals(ana.id(), claims.get("oid").asText());
        assertEquals(api.application().appId(), claims.get("appid").asText());
        assertEquals("1", claims.get("appidacr").asText());
    }

    @Test
    void aTokenOfAnApplicationIsRefused() {
        String token = world.token(
                        world.withSecret(world.application("Daemon", Json.object())),
                        "client_credentials",
                        "scope",
                        api.scope().replace("Boats.Read", ".default"))
                .statusCode(200)
                .extract()
                .path("access_token");
        refused(passOn(token), 50013);
    }

    private String forApi() {
        return world.password(cli, ana, "scope", "openid " + api.scope())
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private ValidatableResponse passOn(String assertion) {
        return world.passOn(api, assertion);
    }

    private static void refused(ValidatableResponse answer, int number) {
        answer.statusCode(400).body("error", equalTo("invalid_grant")).body("error_codes[0]", equalTo(number));
    }
}
