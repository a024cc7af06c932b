package io.tenantry.token.grant;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.directory.application.AppRoleAssignments;
import io.tenantry.format.Json;
import io.tenantry.token.SignInCases;
import io.tenantry.token.SignInWorld;
import io.tenantry.token.SignInWorld.Api;
import io.tenantry.token.SignInWorld.Application;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PasswordGrantTest extends SignInCases {
    private Application client;

    @BeforeEach
    void aUserAndAPublicClient() {
        client = world.publicClient();
    }

    @Test
    void nameAndPasswordBuyTokens() {
        ValidatableResponse answer = world.password(client, ana, "client_info", "1")
                .statusCode(200)
                .body("scope", equalTo("openid profile email User.Read"))
                .body("refresh_token", notNullValue())
                .body("client_info", notNullValue());
        JsonNode access = SignInWorld.claims(answer.extract().path("access_token"));
        JsonNode id = SignInWorld.claims(answer.extract().path("id_token"));

        assertEquals(ana.id(), access.get("oid").asText());
        assertEquals("0", access.get("appidacr").asText());
        assertEquals("User.Read openid profile email", access.get("scp").asText());
        assertEquals(client.appId(), id.get("aud").asText());
        assertEquals(ana.text("userPrincipalName"), id.get("preferred_username").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "User.Read, User.Read",
        "https://graph.microsoft.com/User.Read, https://graph.microsoft.com/User.Read",
        ".default, User.Read .default",
        "https://graph.microsoft.com/.default, https://graph.microsoft.com/User.Read https://graph.microsoft.com/.default",
        "https://graph.microsoft.com//.default, https://graph.microsoft.com/User.Read https://graph.microsoft.com//.default"
    })
    void permissionsAreAnsweredInTheFormThatWasAskedForSoThatClientsFindTheirToken(String asked, String answered) {
        String again = world.password(client, ana, "scope", asked + " offline_access")
                .statusCode(200)
                .body("scope", equalTo(answered))
                .extract()
                .path("refresh_token");
        world.token(client, "refresh_token", "refresh_token", again)
                .statusCode(200)
                .body("scope", equalTo(answered));
    }

    @Test
    void theNameHasNoCase() {
        world.password(client, ana, "username", ana.text("userPrincipalName").toUpperCase())
                .statusCode(200);
    }

    @Test
    void aWrongPasswordIsRefused() {
        refused(world.password(client, ana, "password", "not it"), 50126, "invalid_grant");
    }

    @Test
    void aNameThatNobodyHasIsRefused() {
        refused(world.password(client, ana, "username", "nobody@" + world.world.domain()), 50034, "invalid_grant");
    }

    @Test
    void whoIsDisabledOrHasToChangeThePasswordIsRefused() {
        world.change(ana, (ObjectNode)
                Json.object().set("passwordProfile", Json.object().put("forceChangePasswordNextSignIn", true)));
        refused(world.password(client, ana), 50055, "invalid_grant").body("suberror", equalTo("user_password_expired"));

        world.change(ana, Json.object().put("accountEnabled", false));
        refused(world.password(client, ana), 50057, "invalid_grant");
    }

    @Test
    void tenWrongPasswordsLockTheAccountForAMinute() {
        for (int i = 0; i < 10; i++) {
            refused(world.password(client, ana, "password", "guess " + i), 50126, "invalid_grant");
        }
        refused(world.password(client, ana), 50053, "invalid_grant");

        clock.set(clock.now().plus(Duration.ofSeconds(61)), true);
        world.password(client, ana).statusCode(200);
    }

    @Test
    void aClientWithoutConsentIsRefused() {
        Application stranger = world.application("Stranger", Json.object().put("isFallbackPublicClient", true));
        refused(world.password(stranger, ana), 65001, "invalid_grant").body("suberror", equalTo("consent_required"));
    }

    @Test
    void aDomainThatNoTenantHasIsRefusedOverEverybodysAuthority() {
        world.register(client, Json.object().put("signInAudience", "AzureADMultipleOrgs"));
        ValidatableResponse answer = world.tokenOver(
                "organizations",
                client,
                "password",
                "username",
                "x@nowhere.example",
                "password",
                SignInWorld.PASSWORD,
                "scope",
                "User.Read");
        refused(answer, 50059, "invalid_request");
    }

    @Test
    void nobodyProvedMoreThanAPassword() {
        String token = world.password(client, ana).statusCode(200).extract().path("access_token");
        assertEquals("[\"pwd\"]", SignInWorld.claims(token).get("amr").toString());
    }

    @Test
    void anApiThatIsOnlyForSomeIsCalledForThemOnly() {
        Api api = world.api(client);
        world.administer(api.application(), Json.object().put("appRoleAssignmentRequired", true));
        refused(world.password(client, ana, "scope", api.scope()), 50105, "invalid_grant")
                .body("error_description", containsString(api.application().appId()));

        world.world.write(
                session -> AppRoleAssignments.assign(session, api.application().principal(), ana, Instant.EPOCH));
        world.password(client, ana, "scope", api.scope()).statusCode(200);
    }

    @Test
    void anApiThatIsSwitchedOffIsCalledForNobody() {
        Api api = world.api(client);
        world.administer(api.application(), Json.object().put("accountEnabled", false));
        refused(world.password(client, ana, "scope", api.scope()), 500014, "invalid_resource");
    }

    @Test
    void aConfidentialClientNeedsItsSecretAndAPublicOneHasNone() {
        Application web = world.webClient();
        refused(world.password(web.withoutSecret(), ana), 7000218, "invalid_client");
        refused(world.password(web, ana, "client_secret", "wrong"), 7000215, "invalid_client");
        refused(world.password(client, ana, "client_secret", "one"), 700025, "invalid_client");
        world.password(web, ana).statusCode(200);
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int number, String error) {
        return answer.statusCode(error.equals("invalid_client") ? 401 : 400)
                .body("error", equalTo(error))
                .body("error_codes[0]", equalTo(number));
    }
}
