package io.tenantry.token.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.token.CodeFlow;
import io.tenantry.token.FormBrowser.Page;
import io.tenantry.token.SignInCases;
import io.tenantry.token.SignInWorld;
import io.tenantry.token.SignInWorld.Api;
import io.tenantry.token.SignInWorld.Application;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplicationClaimsTest extends SignInCases {
    private Application web;
    private Api api;

    @BeforeEach
    void aClientAndAnApi() {
        web = world.webClient();
        api = world.api(web);
    }

    // ---- whose say counts

    @Test
    void theClientSaysWhatItsIdTokensHoldAndTheResourceWhatAccessTokensHold() {
        asks(web, "{'idToken': [{'name': 'acct'}], 'accessToken': [{'name': 'auth_time'}]}");
        asks(api.application(), "{'idToken': [{'name': 'auth_time'}], 'accessToken': [{'name': 'acct'}]}");

        JsonNode idToken = idToken();
        JsonNode accessToken = accessToken();

        assertEquals(0, idToken.get("acct").asInt(-1));
        assertFalse(idToken.has("auth_time"));
        assertEquals(0, accessToken.get("acct").asInt(-1));
        assertFalse(accessToken.has("auth_time"));
    }

    @Test
    void nothingThatAClientSaysChangesGraphsTokens() {
        asks(web, "{'accessToken': [{'name': 'ctry'}]}");
        world.register(web, Json.object().put("groupMembershipClaims", "All"));
        world.change(ana, Json.object().put("country", "FR"));

        JsonNode token = SignInWorld.claims(tokens(SignInWorld.SCOPES, "access_token"));

        assertFalse(token.has("ctry"));
        assertFalse(token.has("groups"));
        assertEquals("user", token.get("idtyp").asText());
    }

    @Test
    void unaskedTokensOfApplicationsSayNothingOptional() {
        JsonNode token = accessToken();

        for (String optional : List.of("acct", "idtyp", "wids", "tenant_region_scope", "groups", "email", "xms_cc")) {
            assertFalse(token.has(optional), optional);
        }
        for (String always : List.of("ipaddr", "upn")) {
            assertTrue(token.has(always), always);
        }
    }

    // ---- the user

    @Test
    void claimsTellOfTheUser() {
        world.change(ana, Json.object().put("country", "fr").put("preferredLanguage", "fr-CA"));
        world.change(
                ana,
                Json.object().put("surname", "Reef").put("givenName", "Ana").put("preferredDataLocation", "EUR"));
        asks(
                web,
                "{'idToken': [{'name': 'ctry'}, {'name': 'xms_pl'}, {'name': 'xms_pdl'}, {'name': 'family_name'},"
                        + " {'name': 'given_name'}, {'name': 'upn'}, {'name': 'ipaddr'}, {'name': 'auth_time'},"
                        + " {'name': 'sid'}, {'name': 'xms_edov'}, {'name': 'verified_primary_email'}]}");

        JsonNode token = idToken();

        assertEquals("fr", token.get("ctry").asText());
        assertEquals("fr-ca", token.get("xms_pl").asText());
        assertEquals("EUR", token.get("xms_pdl").asText());
        assertEquals("Reef", token.get("family_name").asText());
        assertEquals("Ana", token.get("given_name").asText());
        assertEquals(name(ana), token.get("upn").asText());
        assertEquals("127.0.0.1", token.get("ipaddr").asText());
        assertEquals(clock.now().getEpochSecond(), token.get("auth_time").asLong());
        assertTrue(Ids.isGuid(token.get("sid").asText()));
        assertEquals(Json.array(List.of(name(ana))), token.get("verified_primary_email"));
        assertTrue(token.get("xms_edov").isBoolean() && token.get("xms_edov").asBoolean());
    }

    @Test
    void whatHasNoValueIsNotTold() {
        world.change(ana, Json.object().put("country", "Atlantis").putNull("mail"));
        asks(
                web,
                "{'idToken': [{'name': 'ctry'}, {'name': 'xms_pl'}, {'name': 'fwd'}, {'name': 'vnet'}, {'name': 'email'},"
                        + " {'name': 'xms_edov'}, {'name': 'onprem_sid'}, {'name': 'pwd_exp'}, {'name': 'nonsense'}]}");

        JsonNode token = idToken();

        for (String claim :
                List.of("ctry", "xms_pl", "fwd", "vnet", "email", "xms_edov", "onprem_sid", "pwd_exp", "nonsense")) {
            assertFalse(token.has(claim), claim);
        }
    }

    @Test
    void namesNeedTheScopeProfile() {
        world.change(ana, Json.object().put("surname", "Reef"));
        asks(web, "{'idToken': [{'name': 'family_name'}, {'name': 'upn'}, {'name': 'email'}]}");

        JsonNode token = SignInWorld.claims(tokens("openid User.Read", "id_token"));

        assertFalse(token.has("family_name"));
        assertFalse(token.has("upn"));
        assertEquals(name(ana), token.get("email").asText());
    }

    @Test
    void thatAnAddressIsNobodysDomainIsTold() {
        world.change(ana, Json.object().put("mail", "ana@elsewhere.example"));
        asks(web, "{'idToken': [{'name': 'email'}, {'name': 'xms_edov'}, {'name': 'verified_primary_email'}]}");

        JsonNode token = idToken();

        assertFalse(token.get("xms_edov").asBoolean(true));
        assertFalse(token.has("verified_primary_email"));
    }

    @Test
    void aSessionHasOneIdInAllItsTokens() {
        asks(web, "{'idToken': [{'name': 'sid'}]}");
        asks(api.application(), "{'accessToken': [{'name': 'sid'}]}");
        CodeFlow flow = new CodeFlow(world);
        Page first = flow.browser.signIn(flow.ask(web, Map.of()), name(ana), SignInWorld.PASSWORD);
        var answer = flow.redeem(web, first).statusCode(200).extract();
        String sid = SignInWorld.claims(answer.path("id_token")).get("sid").asText();
        Page second = flow.ask(web, Map.of());

        JsonNode again = SignInWorld.claims(flow.redeem(web, second).extract().path("id_token"));
        JsonNode renewed = SignInWorld.claims(
                world.token(web, "refresh_token", "refresh_token", answer.path("refresh_token"), "scope", api.scope())
                        .statusCode(200)
                        .extract()
                        .path("access_token"));

        assertEquals(sid, first.answer().get("session_state"));
        assertEquals(sid, again.get("sid").asText());
        assertEquals(sid, renewed.get("sid").asText());
        assertNotEquals(sid, idToken().get("sid").asText());
    }

    @Test
    void theLoginHintOfATokenNamesTheUserOnTheSignInPage() {
        asks(web, "{'idToken': [{'name': 'login_hint'}]}");
        String hint = idToken().get("login_hint").asText();
        CodeFlow flow = new CodeFlow(world);

        Page asked = flow.ask(web, Map.of("login_hint", hint));
        assertTrue(asked.text().contains("value=\"" + name(ana) + "\""), asked.text());
        flow.browser.signIn(asked, name(ana), SignInWorld.PASSWORD);
        flow.browser.signIn(flow.ask(web, Map.of("prompt", "login")), name(world.user("bo")), SignInWorld.PASSWORD);

        Page silent = flow.ask(web, Map.of("login_hint", hint, "prompt", "none"));
        assertTrue(silent.answer().containsKey("code"), silent.text());
        assertEquals(
                200,
                flow.ask(web, Map.of("login_hint", "O.nonsense", "prompt", "login"))
                        .status());
    }

    @Test
    void aPasswordThatEndsSoonIsTold() {
        world.change(ana, Json.object().put("lastPasswordChangeDateTime", Json.instant(clock.now())));
        domain(Json.object().put("passwordValidityPeriodInDays", 30).put("passwordNotificationWindowInDays", 10));
        asks(web, "{'idToken': [{'name': 'pwd_exp'}, {'name': 'pwd_url'}]}");
        assertFalse(idToken().has("pwd_exp"));

        clock.set(clock.now().plus(Duration.ofDays(25)), true);
        JsonNode token = idToken();

        assertEquals(Duration.ofDays(5).toSeconds(), token.get("pwd_exp").asLong());
        assertTrue(token.get("pwd_url").asText().startsWith("https://"));
        world.change(ana, Json.object().put("passwordPolicies", "DisablePasswordExpiration"));
        assertFalse(idToken().has("pwd_exp"));
    }

    @Test
    void extensionsThatTheApplicationDefinedAreTold() {
        String own = "extension_" + web.appId().replace("-", "") + "_";
        define(web, own + "color", own + "sizes");
        define(api.application(), "extension_0123_other");
        ObjectNode values = Json.object().put(own + "color", "blue").put("extension_0123_other", "x");
        values.putArray(own + "sizes").add("S").add("M");
        world.change(ana, values);
        asks(
                web,
                "{'idToken': [{'name': '" + own + "color', 'source': 'user'}, {'name': '" + own
                        + "sizes', 'source': 'user'},"
                        + "{'name': '" + own
                        + "gone', 'source': 'user'}, {'name': 'extension_0123_other', 'source': 'user'},"
                        + "{'name': 'jobTitle', 'source': 'user'}]}");

        JsonNode token = idToken();

        assertEquals("[\"blue\"]", token.get("extn.color").toString());
        assertEquals("[\"S\",\"M\"]", token.get("extn.sizes").toString());
        assertFalse(token.has("extn.gone"));
        assertFalse(token.has("extn.other"));
        assertFalse(token.has("jobTitle"));
    }

    // ---- guests

    @Test
    void aGuestsNameIsToldWhereItIsAskedFor() {
        SignInWorld home = new SignInWorld(store);
        Entity eve = home.user("eve");
        Entity guest = world.guest(home, eve);
        asks(web, "{'idToken': [{'name': 'upn'}, {'name': 'acct'}]}");
        JsonNode plain = guestToken(eve);
        assertEquals(guest.id(), plain.get("oid").asText());
        assertFalse(plain.has("upn"));
        assertEquals(1, plain.get("acct").asInt());
        assertEquals(eve.text("mail"), plain.get("email").asText());

        asks(web, "{'idToken': [{'name': 'upn', 'additionalProperties': ['include_externally_authenticated_upn']}]}");
        assertEquals(name(guest), guestToken(eve).get("upn").asText());
        asks(
                web,
                "{'idToken': [{'name': 'upn', 'additionalProperties': ['include_externally_authenticated_upn_without_hash']}]}");
        assertEquals(name(guest).replace('#', '_'), guestToken(eve).get("upn").asText());
    }

    private JsonNode guestToken(Entity user) {
        return SignInWorld.claims(new CodeFlow(world)
                .redeem(web, CodeFlow.end(world, web, user, Map.of()))
                .statusCode(200)
                .extract()
                .path("id_token"));
    }

    // ---- tenant, audience, applications

    @Test
    void claimsTellOfTheTenant() {
        world.world.write(session -> session.insert(Entity.of("organization", world.world.tenant.id())
                .set("countryLetterCode", "NL")
                .set("preferredLanguage", "nl")));
        asks(
                api.application(),
                "{'accessToken': [{'name': 'tenant_ctry'}, {'name': 'xms_tpl'}, {'name': 'tenant_region_scope'}]}");

        for (JsonNode token : List.of(accessToken(), appToken())) {
            assertEquals("NL", token.get("tenant_ctry").asText());
            assertEquals("nl", token.get("xms_tpl").asText());
            assertEquals("EU", token.get("tenant_region_scope").asText());
        }
    }

    @Test
    void aResourceIsCalledByItsIdWhereItWants() {
        assertTrue(accessToken().get("aud").asText().startsWith("api://"));

        asks(api.application(), "{'accessToken': [{'name': 'aud', 'additionalProperties': ['use_guid']}]}");

        assertEquals(api.application().appId(), accessToken().get("aud").asText());
        assertEquals(api.application().appId(), appToken().get("aud").asText());
    }

    @Test
    void tokensSayWhoseTheyAreWhereTheResourceAsks() {
        assertFalse(appToken().has("idtyp"));

        asks(api.application(), "{'accessToken': [{'name': 'idtyp'}]}");
        assertEquals("app", appToken().get("idtyp").asText());
        assertFalse(accessToken().has("idtyp"));

        asks(api.application(), "{'accessToken': [{'name': 'idtyp', 'additionalProperties': ['include_user_token']}]}");
        assertEquals("user", accessToken().get("idtyp").asText());
    }

    @Test
    void whatAClientCanIsToldWhereTheResourceAsks() {
        String capable = "{\"access_token\":{\"xms_cc\":{\"values\":[\"CP1\"]}}}";
        assertFalse(SignInWorld.claims(tokens(api.scope(), "access_token", "claims", capable))
                .has("xms_cc"));

        asks(api.application(), "{'accessToken': [{'name': 'xms_cc'}]}");

        assertEquals(
                "[\"CP1\"]",
                SignInWorld.claims(tokens(api.scope(), "access_token", "claims", capable))
                        .get("xms_cc")
                        .toString());
    }

    // ---- asking

    private static String name(Entity user) {
        return user.text("userPrincipalName");
    }

    private void asks(Application application, String optionalClaims) {
        ObjectNode properties = Json.object();
        properties.set("optionalClaims", Json.parse(optionalClaims.replace('\'', '"')));
        world.register(application, properties);
    }

    private void define(Application application, String... names) {
        world.world.write(session -> List.of(names)
                .forEach(name ->
                        session.insert(Entity.childOf(application.application().id(), "extensionProperty", Ids.random())
                                .set("name", name))));
    }

    private void domain(ObjectNode properties) {
        world.world.write(session -> session.insert(new Entity("domain", world.world.domain(), "", properties)));
    }

    private JsonNode idToken() {
        return SignInWorld.claims(tokens(SignInWorld.SCOPES, "id_token"));
    }

    private JsonNode accessToken() {
        return SignInWorld.claims(tokens(api.scope(), "access_token"));
    }

    private JsonNode appToken() {
        return SignInWorld.claims(
                world.token(web, "client_credentials", "scope", api.scope().replace("Boats.Read", ".default"))
                        .statusCode(200)
                        .extract()
                        .path("access_token"));
    }

    private String tokens(String scope, String which, String... more) {
        String[] fields = {"username", name(ana), "password", SignInWorld.PASSWORD, "scope", scope};
        String[] all = java.util.stream.Stream.of(fields, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return world.token(web, "password", all).statusCode(200).extract().path(which);
    }
}
