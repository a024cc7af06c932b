package io.tenantry.token.grant;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.time.VirtualClock;
import io.tenantry.token.SignInWorld;
import io.tenantry.token.SignInWorld.Api;
import io.tenantry.token.SignInWorld.Application;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnBehalfOfGrantTest {
    @Inject
    Store store;

    @Inject
    VirtualClock clock;

    private SignInWorld world;
    private Entity ana;
    private Application cli;
    private Api api;

    @BeforeEach
    void anApiThatMayCallGraph() {
        clock.set(clock.now(), true);
        world = new SignInWorld(store);
        ana = world.user("ana");
        cli = world.publicClient();
        api = world.api(cli);
    }

    @AfterEach
    void theClockRuns() {
        clock.reset();
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
