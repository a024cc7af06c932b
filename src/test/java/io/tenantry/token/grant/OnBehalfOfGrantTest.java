package io.tenantry.token.grant;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.audit.Actor;
import io.tenantry.directory.application.PermissionGrants;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.time.VirtualClock;
import io.tenantry.token.SignInWorld;
import io.tenantry.token.SignInWorld.Application;
import io.tenantry.token.key.Jws;
import io.tenantry.token.key.SigningIdentity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private Application api;
    private String scope;

    @BeforeEach
    void anApiThatMayCallGraph() {
        clock.set(clock.now(), true);
        world = new SignInWorld(store);
        ana = world.user("ana");
        cli = world.publicClient();
        String uri = "api://boats-" + Ids.random();
        scope = uri + "/Boats.Read";
        ObjectNode properties = Json.object();
        properties.set("identifierUris", Json.array(List.of(uri)));
        properties
                .putObject("api")
                .putArray("oauth2PermissionScopes")
                .addObject()
                .put("id", Ids.random())
                .put("value", "Boats.Read")
                .put("type", "User")
                .put("isEnabled", true);
        api = world.consented(world.withSecret(world.application("Boats", properties)), "User.Read");
        world.world.write(session -> PermissionGrants.consent(
                session,
                new PermissionGrants.Consent(cli.principal(), api.principal(), Optional.empty(), Set.of("Boats.Read")),
                Actor.SYNC_FABRIC,
                Instant.EPOCH));
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
        assertEquals(api.appId(), claims.get("appid").asText());
        assertEquals("1", claims.get("appidacr").asText());
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        refused(passOn(world.password(cli, ana).extract().path("access_token")), 500131);
    }

    @Test
    void aTokenThatRanOutIsRefused() {
        String token = forApi();
        clock.set(clock.now().plus(Duration.ofMinutes(70)), true);
        refused(passOn(token), 500133);
    }

    @Test
    void aTokenThatSomebodyElseSignedIsRefused() {
        ObjectNode claims = (ObjectNode) SignInWorld.claims(forApi());
        refused(passOn(Jws.sign(claims, SigningIdentity.create())), 50013);
        for (String each : new String[] {"x", "a.b.c", forApi().replaceAll("\\.[^.]*$", ".")}) {
            refused(passOn(each), 50013);
        }
    }

    @Test
    void aTokenOfAnApplicationIsRefused() {
        String token = world.token(
                        world.withSecret(world.application("Daemon", Json.object())),
                        "client_credentials",
                        "scope",
                        scope.replace("Boats.Read", ".default"))
                .statusCode(200)
                .extract()
                .path("access_token");
        refused(passOn(token), 50013);
    }

    private String forApi() {
        return world.password(cli, ana, "scope", "openid " + scope)
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private ValidatableResponse passOn(String assertion) {
        return world.token(
                api,
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion",
                assertion,
                "requested_token_use",
                "on_behalf_of",
                "scope",
                "User.Read");
    }

    private static void refused(ValidatableResponse answer, int number) {
        answer.statusCode(400).body("error", equalTo("invalid_grant")).body("error_codes[0]", equalTo(number));
    }
}
