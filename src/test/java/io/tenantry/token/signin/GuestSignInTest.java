package io.tenantry.token.signin;

import static io.restassured.RestAssured.given;
import static io.tenantry.token.CodeFlow.query;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Json;
import io.tenantry.policy.PolicyObjects;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.token.CodeFlow;
import io.tenantry.token.FormBrowser;
import io.tenantry.token.FormBrowser.Page;
import io.tenantry.token.SignInWorld;
import io.tenantry.token.SignInWorld.Application;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody of another tenant, whom both tenants have to let in (conditional-access.md §7). */
@QuarkusTest
class GuestSignInTest {
    private static final String CLOSED =
            "{'usersAndGroups': {'accessType': 'blocked', 'targets': [{'target': 'AllUsers',"
                    + " 'targetType': 'user'}]}, 'applications': {'accessType': 'blocked', 'targets': [{'target':"
                    + " 'AllApplications', 'targetType': 'application'}]}}";

    @Inject
    Store store;

    private SignInWorld resource;
    private SignInWorld home;
    private Application web;
    private Entity gus;
    private Entity guest;
    private CodeFlow flow;
    private String refreshToken;

    @BeforeEach
    void aGuestSignsIn() {
        resource = new SignInWorld(store);
        home = new SignInWorld(store);
        web = resource.webClient();
        gus = home.user("gus");
        guest = resource.guest(home, gus);
        flow = new CodeFlow(resource);
        Page end = flow.browser.signIn(ask(Map.of()), gus.text("userPrincipalName"), SignInWorld.PASSWORD);
        refreshToken = flow.redeem(web, end).statusCode(200).extract().path("refresh_token");
    }

    /** conditional-access.md §14.2. */
    @Test
    void tokensOfAGuestNameItAsItsHomeDoes() {
        ValidatableResponse tokens = resource.password(web, gus).statusCode(200);
        var access = SignInWorld.claims(tokens.extract().path("access_token"));
        assertEquals(guest.id(), access.get("oid").asText());
        assertEquals(gus.text("userPrincipalName"), access.get("unique_name").asText());
        assertEquals(gus.text("mail"), access.get("email").asText());
        assertFalse(access.has("upn"));
        var id = SignInWorld.claims(tokens.extract().path("id_token"));
        assertEquals(gus.text("userPrincipalName"), id.get("preferred_username").asText());
        assertEquals(access.get("idp"), id.get("idp"));
        given().auth()
                .oauth2(tokens.extract().path("access_token"))
                .get("/v1.0/me")
                .then()
                .body("userPrincipalName", equalTo(guest.text("userPrincipalName")));
    }

    @Test
    void theResourceTenantLetsNobodyIn() {
        close(resource, home, "b2bCollaborationInbound");
        refused(500213);
    }

    @Test
    void theHomeTenantLetsNobodyOut() {
        close(home, resource, "b2bCollaborationOutbound");
        refused(500212);
    }

    @Test
    void whoHasNoObjectInTheTenantIsTold() {
        resource.world.write(
                session -> session.remove(session.find("user", guest.id()).orElseThrow()));
        refused(90072);
        renew().body(
                        "error_description",
                        containsString(
                                "from identity provider 'https://sts.windows.net/" + home.world.tenant.id() + "/'"));
    }

    /** A page would stay in a frame that nobody sees. */
    @Test
    void whoIsNotToBeAskedAnythingIsSentBackToTheClient() {
        close(resource, home, "b2bCollaborationInbound");
        Page silent = ask(Map.of("prompt", "none"));
        assertEquals("interaction_required", silent.answer().get("error"));
        assertTrue(silent.answer().get("error_description").startsWith("AADSTS500213: "));
        Page shown = ask(Map.of());
        assertEquals(400, shown.status());
        assertTrue(shown.text().contains("AADSTS500213"), shown.text());
    }

    private Page ask(Map<String, String> more) {
        return flow.browser.get(resource.path("/oauth2/v2.0/authorize"), query(web, more));
    }

    private void refused(int number) {
        renew().statusCode(400).body("error", equalTo("interaction_required")).body("error_codes[0]", equalTo(number));
        Page page = new FormBrowser()
                .signIn(ask(Map.of("prompt", "login")), gus.text("userPrincipalName"), SignInWorld.PASSWORD);
        assertTrue(page.text().contains("AADSTS" + (number == 90072 ? 50020 : number)), page.text());
    }

    private ValidatableResponse renew() {
        return resource.token(web, "refresh_token", "refresh_token", refreshToken, "scope", SignInWorld.SCOPES);
    }

    private static void close(SignInWorld tenant, SignInWorld partner, String setting) {
        String id = partner.world.tenant.id();
        tenant.world.write(session -> session.insert(Entity.of(PolicyObjects.PARTNER, id)
                .set("tenantId", id)
                .set(setting, Json.parse(CLOSED.replace('\'', '"')))));
    }
}
