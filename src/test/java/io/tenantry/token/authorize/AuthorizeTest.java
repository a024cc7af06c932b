package io.tenantry.token.authorize;

import static io.tenantry.token.CodeFlow.VERIFIER;
import static io.tenantry.token.CodeFlow.challenged;
import static io.tenantry.token.CodeFlow.fields;
import static io.tenantry.token.CodeFlow.query;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.directory.application.AppRoleAssignments;
import io.tenantry.directory.role.AuthorizationPolicy;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.token.AtOnce;
import io.tenantry.token.CodeFlow;
import io.tenantry.token.FormBrowser;
import io.tenantry.token.FormBrowser.Page;
import io.tenantry.token.SignInCases;
import io.tenantry.token.SignInWorld;
import io.tenantry.token.SignInWorld.Application;
import io.tenantry.token.authority.GraphAudience;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuthorizeTest extends SignInCases {
    private static final String USER_READ = "e1fe6dd8-ba31-4d61-89e7-88639da4683d";

    private Application cli;
    private Application web;
    private CodeFlow flow;
    private FormBrowser browser;

    @BeforeEach
    void peopleAndClients() {
        cli = world.publicClient();
        web = world.webClient();
        flow = new CodeFlow(world);
        browser = flow.browser;
    }

    @Test
    void aCodeBuysTokensOnce() throws Exception {
        Page end = browser.signIn(ask(cli, challenged()), name(), SignInWorld.PASSWORD);
        assertEquals("http://localhost/", end.target());
        assertEquals("s-1", end.answer().get("state"));

        redeem(cli, end, "code_verifier", VERIFIER)
                .statusCode(200)
                .body("access_token", notNullValue())
                .body("id_token", notNullValue())
                .body("refresh_token", notNullValue());
        refused(redeem(cli, end, "code_verifier", VERIFIER), 54005, "invalid_grant");
    }

    @Test
    void ofEightPresentationsAtOnceOneIsHonoured() throws Exception {
        Page end = browser.signIn(ask(cli, challenged()), name(), SignInWorld.PASSWORD);
        assertEquals(
                1,
                AtOnce.successes(() ->
                        redeem(cli, end, "code_verifier", VERIFIER).extract().statusCode() == 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://web.example.evil.example/signin",
                "https://web.example@evil.example/signin",
                "https://web.example/signin/../x",
                "https://web.example/SIGNIN",
                "https://web.example:8443/signin",
                "http://web.example/signin",
                "https://web.example/signin#x",
                "https://web.example/signin?x=1",
                "javascript:alert(1)",
                "//web.example/signin",
                "not an address"
            })
    void nobodyIsSentToAnAddressThatIsNotRegistered(String uri) {
        Page page = ask(web, Map.of("redirect_uri", uri));
        assertEquals(400, page.status());
        assertTrue(page.text().contains("AADSTS50011"), page.text());
        assertFalse(page.asks("passwd"));
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,pirate,unsupported_response_type,70005",
        "prompt,sing,invalid_request,90023",
        "prompt,none,login_required,50058",
        "scope,https://graph.microsoft.com/.default User.Read,invalid_scope,70011",
        "scope,User.Sink,invalid_client,650053",
        "scope,api://nobody/x,invalid_resource,500011",
        "code_challenge,short,invalid_request,501491",
        "resource,https://graph.microsoft.com,invalid_request,901002",
        "prompt,admin_consent,invalid_request,90023",
        "response_mode,telegram,invalid_request,70007"
    })
    void theClientIsToldWhatIsWrong(String parameter, String value, String error, String number) {
        Page page = ask(web, Map.of(parameter, value));
        if (page.asks("passwd")) {
            page = browser.signIn(page, name(), SignInWorld.PASSWORD);
        }
        assertEquals(SignInWorld.WEB, page.target(), page.text());
        assertEquals(error, page.answer().get("error"));
        assertTrue(page.answer().get("error_description").startsWith("AADSTS" + number + ": "));
        assertEquals("s-1", page.answer().get("state"));
    }

    @Test
    void aWrongPasswordIsToldOnThePageAndNamesAreEscaped() {
        Application marked = world.application("<script>alert(1)</script>", SignInWorld.web(SignInWorld.WEB));
        Page page = browser.signIn(ask(marked, Map.of()), "\"><b>" + name(), "not it");
        assertTrue(page.asks("passwd"));
        assertTrue(page.text().contains("AADSTS50"), page.text());
        assertFalse(page.text().contains("<script>alert(1)"), page.text());
        assertFalse(page.text().contains("\"><b>"), page.text());
        String policy =
                page.response().headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
    }

    @Test
    void aFormThatAnotherSiteSendsIsRefused() {
        Page page = ask(web, Map.of());
        Page answer = browser.post(
                page.action(),
                Map.of("login", name(), "passwd", SignInWorld.PASSWORD),
                Map.of("Origin", "https://evil.example"));
        assertFalse(answer.location().contains("code="), answer.location());
    }

    @Test
    void consentIsAskedOnceAndForWhoGaveIt() {
        Application newcomer = world.withSecret(world.application("Newcomer", SignInWorld.web(SignInWorld.WEB)));
        Page page = browser.signIn(ask(newcomer, Map.of()), name(), SignInWorld.PASSWORD);
        assertTrue(page.asks("consent"), page.text());
        Page end = browser.submit(page, "consent", "accept");
        assertTrue(end.answer().containsKey("code"), end.location());

        Entity grant = world.grants(newcomer).get(0);
        assertEquals(ana.id(), grant.text("principalId"));
        assertTrue(ask(newcomer, Map.of()).answer().containsKey("code"));
        world.user("ben");
        Page other = new FormBrowser()
                .signIn(
                        new FormBrowser().get(world.path("/oauth2/v2.0/authorize"), query(newcomer, Map.of())),
                        "ben@" + world.world.domain(),
                        SignInWorld.PASSWORD);
        assertTrue(other.asks("consent"));
    }

    @Test
    void whoDeclinesIsToldToTheClientAndNothingIsGranted() {
        Application newcomer = world.withSecret(world.application("Newcomer", SignInWorld.web(SignInWorld.WEB)));
        Page page = browser.signIn(ask(newcomer, Map.of()), name(), SignInWorld.PASSWORD);
        Page end = browser.submit(page, "consent", "cancel");
        assertEquals("access_denied", end.answer().get("error"));
        assertTrue(world.grants(newcomer).isEmpty());
    }

    @Test
    void consentIsGivenByWhoWasAsked() {
        Application newcomer = world.withSecret(world.application("Newcomer", SignInWorld.web(SignInWorld.WEB)));
        Page page = browser.signIn(ask(newcomer, Map.of()), name(), SignInWorld.PASSWORD);
        Map<String, String> without = new LinkedHashMap<>(Map.of("consent", "accept"));
        browser.post(page.action(), without, Map.of());
        without.put("ticket", "AAAA");
        browser.post(page.action(), without, Map.of());
        new FormBrowser().post(page.action(), withTicket(page), Map.of());

        assertTrue(world.grants(newcomer).isEmpty());
    }

    private static Map<String, String> withTicket(Page page) {
        Map<String, String> fields = page.hidden();
        fields.put("consent", "accept");
        return fields;
    }

    @Test
    void whatOnlyAnAdministratorCanConsentToStaysUngranted() {
        Application grabber = world.withSecret(world.application("Grabber", SignInWorld.web(SignInWorld.WEB)));
        Page page = browser.signIn(
                ask(grabber, Map.of("scope", "openid Directory.ReadWrite.All")), name(), SignInWorld.PASSWORD);
        assertTrue(page.text().contains("AADSTS90094"), page.text());
        assertTrue(world.grants(grabber).isEmpty());
    }

    /** configure-user-consent, and what comes with the property {@code appRoleAssignmentRequired}. */
    @Test
    void usersConsentOnlyWhereThatIsLeftToThem() {
        Application club = world.withSecret(world.application("Club", SignInWorld.web(SignInWorld.WEB)));
        world.administer(club, Json.object().put("appRoleAssignmentRequired", true));
        world.world.write(session -> AppRoleAssignments.assign(session, club.principal(), ana, Instant.EPOCH));
        Page page = browser.signIn(ask(club, Map.of("scope", "openid User.Read")), name(), SignInWorld.PASSWORD);
        assertTrue(page.text().contains("AADSTS90094"), page.text());

        Application newcomer = world.withSecret(world.application("Newcomer", SignInWorld.web(SignInWorld.WEB)));
        assertTrue(ask(newcomer, Map.of("scope", "openid User.Read")).asks("consent"));
        world.world.write(session ->
                session.insert(AuthorizationPolicy.initial().set("defaultUserRolePermissions", Json.object())));
        page = ask(newcomer, Map.of("scope", "openid User.Read"));
        assertTrue(page.text().contains("AADSTS90094"), page.text());
        assertTrue(world.grants(newcomer).isEmpty());
    }

    @Test
    void anAdministratorConsentsForAll() {
        Entity eve = world.administrator("eve");
        Application newcomer = world.withSecret(world.application("Newcomer", SignInWorld.web(SignInWorld.WEB)));
        Page page = browser.signIn(
                ask(newcomer, Map.of("scope", "openid Directory.ReadWrite.All")),
                eve.text("userPrincipalName"),
                SignInWorld.PASSWORD);
        browser.submit(page, "consent", "accept", "organization", "true");

        assertEquals("AllPrincipals", world.grants(newcomer).get(0).text("consentType"));
    }

    @Test
    void atV1AnAdministratorConsentsToWhatIsRequiredOnTheWayToACode() {
        Entity eve = world.administrator("eve");
        ObjectNode properties = SignInWorld.web(SignInWorld.WEB);
        ObjectNode access = properties.putArray("requiredResourceAccess").addObject();
        access.put("resourceAppId", GraphAudience.APP_ID)
                .putArray("resourceAccess")
                .addObject()
                .put("id", USER_READ)
                .put("type", "Scope");
        Application newcomer = world.withSecret(world.application("Newcomer", properties));
        Page asked = browser.get(world.path("/oauth2/authorize"), query(newcomer, Map.of("prompt", "admin_consent")));
        Page page = browser.signIn(asked, eve.text("userPrincipalName"), SignInWorld.PASSWORD);
        Page end = browser.submit(page, "consent", "accept");

        assertTrue(end.answer().containsKey("code"), end.text());
        assertEquals("AllPrincipals", world.grants(newcomer).get(0).text("consentType"));
    }

    @Test
    void tokensComeInTheFragmentWithTheirHashes() {
        Page end = browser.signIn(
                ask(web, Map.of("response_type", "id_token token", "nonce", "n-1")), name(), SignInWorld.PASSWORD);
        assertTrue(end.location().contains("#"), end.location());
        var claims = SignInWorld.claims(end.answer().get("id_token"));
        assertEquals("n-1", claims.get("nonce").asText());
        assertTrue(claims.hasNonNull("at_hash"));
    }

    @Test
    void aFormPostsTheAnswerOn() {
        Page end = browser.signIn(ask(web, Map.of("response_mode", "form_post")), name(), SignInWorld.PASSWORD);
        assertEquals(SignInWorld.WEB, end.action());
        assertEquals("s-1", end.hidden().get("state"));
        assertTrue(end.hidden().containsKey("code"));
    }

    @Test
    void anAddressWithoutAPathGetsNoneInAForm() {
        Page end = browser.signIn(ask(cli, Map.of("response_mode", "form_post")), name(), SignInWorld.PASSWORD);
        assertEquals(SignInWorld.NATIVE, end.action());
    }

    @Test
    void signingOutEndsTheSessionAlsoForACopyOfIt() {
        browser.signIn(ask(web, Map.of()), name(), SignInWorld.PASSWORD);
        assertTrue(ask(web, Map.of("prompt", "none")).answer().containsKey("code"));
        Page out = browser.get(
                world.path("/oauth2/v2.0/logout"), "post_logout_redirect_uri", SignInWorld.WEB, "state", "bye");
        assertEquals(SignInWorld.WEB + "?state=bye", out.location());
        assertEquals(
                "login_required", ask(web, Map.of("prompt", "none")).answer().get("error"));
    }

    /** What MSAL sends from a page whose user has a token with {@code sid}. */
    @Test
    void ofSeveralSessionsTheNamedOneIsMeant() {
        Page first = browser.signIn(ask(web, Map.of()), name(), SignInWorld.PASSWORD);
        Entity ben = world.user("ben");
        browser.signIn(ask(web, Map.of("prompt", "login")), ben.text("userPrincipalName"), SignInWorld.PASSWORD);
        String session = first.answer().get("session_state");

        assertEquals(
                "interaction_required",
                ask(web, Map.of("prompt", "none")).answer().get("error"));
        Page silent = ask(web, Map.of("prompt", "none", "sid", session));
        assertEquals(session, silent.answer().get("session_state"));
        assertEquals(
                "login_required",
                ask(web, Map.of("prompt", "none", "sid", "another")).answer().get("error"));
    }

    @Test
    void whoHasToChangeThePasswordDoesSoOnTheWay() {
        world.change(ana, (ObjectNode)
                Json.object().set("passwordProfile", Json.object().put("forceChangePasswordNextSignIn", true)));
        Page page = browser.signIn(ask(web, Map.of()), name(), SignInWorld.PASSWORD);
        assertTrue(page.asks("newpasswd"), page.text());
        Page weak = browser.submit(page, "newpasswd", "weak", "confirmpasswd", "weak");
        assertTrue(weak.asks("newpasswd"));
        Page end = browser.submit(weak, "newpasswd", "Neap-9-Tide!", "confirmpasswd", "Neap-9-Tide!");
        assertTrue(end.answer().containsKey("code"), end.text());
        world.password(cli, ana, "password", "Neap-9-Tide!").statusCode(200);
    }

    /** MSAL checks it: OpenID Connect Core 3.1.2.1. */
    @Test
    void aClientThatLimitsTheAgeOfASignInIsToldItsTimeAndHasItRenewed() {
        Map<String, String> recent = Map.of("max_age", "3600");
        Page first = browser.signIn(ask(web, recent), name(), SignInWorld.PASSWORD);
        String idToken = redeem(web, first).statusCode(200).extract().path("id_token");
        assertEquals(
                clock.now().getEpochSecond(),
                SignInWorld.claims(idToken).get("auth_time").asLong());
        assertTrue(ask(web, recent).answer().containsKey("code"));

        clock.set(clock.now().plus(Duration.ofHours(2)), true);
        Page silent = ask(web, Map.of("max_age", "3600", "prompt", "none"));
        assertEquals("login_required", silent.answer().get("error"));
        assertTrue(ask(web, recent).asks("passwd"));
        String other = redeem(web, ask(web, Map.of())).statusCode(200).extract().path("id_token");
        assertFalse(SignInWorld.claims(other).has("auth_time"));
    }

    @Test
    void aPageOfASingleApplicationRedeemsFromItsOrigin() throws Exception {
        var properties = Json.object();
        properties.putObject("spa").set("redirectUris", Json.array(List.of(SignInWorld.PAGE)));
        Application page = world.consented(world.application("Tide page", properties), SignInWorld.SCOPES);
        Page end = browser.signIn(ask(page, challenged()), name(), SignInWorld.PASSWORD);
        refused(redeem(page, end, "code_verifier", VERIFIER), 9002327, "invalid_request");
        world.tokenFrom("https://page.example", page, "authorization_code", fields(end, "code_verifier", VERIFIER))
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
    }

    private String name() {
        return ana.text("userPrincipalName");
    }

    private Page ask(Application client, Map<String, String> more) {
        return flow.ask(client, more);
    }

    private ValidatableResponse redeem(Application client, Page end, String... more) {
        return flow.redeem(client, end, more);
    }

    private static void refused(ValidatableResponse answer, int number, String error) {
        answer.statusCode(error.equals("invalid_client") ? 401 : 400)
                .body("error", equalTo(error))
                .body("error_codes[0]", equalTo(number));
    }
}
