package io.tenantry.token.grant;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.directory.user.UserPasswords;
import io.tenantry.store.Entity;
import io.tenantry.token.SignInCases;
import io.tenantry.token.SignInWorld;
import io.tenantry.token.SignInWorld.Api;
import io.tenantry.token.SignInWorld.Application;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefreshTokenGrantTest extends SignInCases {
    private Application client;

    @BeforeEach
    void aUserAndAPublicClient() {
        client = world.publicClient();
    }

    @Test
    void aRenewalBringsAnotherRefreshTokenAndTheOldOneStaysGood() {
        String first = signIn(client);
        String second = renew(client, first)
                .statusCode(200)
                .body("id_token", notNullValue())
                .extract()
                .path("refresh_token");

        assertNotEquals(first, second);
        renew(client, first).statusCode(200);
        renew(client, second).statusCode(200);
    }

    @Test
    void whatIsAskedForDecidesWhatComes() {
        renew(client, signIn(client), "scope", "User.Read")
                .statusCode(200)
                .body("id_token", equalTo(null))
                .body("refresh_token", notNullValue());
    }

    /** token-service.md §11.8. */
    @Test
    void ofSeveralResourcesTheFirstCounts() {
        Api api = world.api(client);
        renew(client, signIn(client), "scope", "User.Read " + api.scope())
                .statusCode(200)
                .body("scope", equalTo("https://graph.microsoft.com/User.Read"));
        renew(client, signIn(client), "scope", api.scope() + " User.Read")
                .statusCode(200)
                .body("scope", equalTo(api.scope()));
    }

    @Test
    void anotherPasswordEndsTokensOfPublicClientsOnly() {
        Application web = world.webClient();
        String ofPublic = signIn(client);
        String ofWeb = signIn(web);
        world.world.write(session -> {
            Entity user = session.find("user", ana.id()).orElseThrow();
            UserPasswords.set(user, "Neap-9-Tide!", clock.now());
            session.update(user);
        });

        refused(renew(client, ofPublic), 50173);
        renew(web, ofWeb).statusCode(200);
    }

    @Test
    void ninetyDaysWithoutUseEndIt() {
        String token = signIn(client);
        clock.set(clock.now().plus(Duration.ofDays(89)), true);
        String renewed = renew(client, token).statusCode(200).extract().path("refresh_token");
        clock.set(clock.now().plus(Duration.ofDays(2)), true);

        refused(renew(client, token), 700082);
        renew(client, renewed).statusCode(200);
    }

    private String signIn(Application application) {
        String token =
                world.password(application, ana).statusCode(200).extract().path("refresh_token");
        assertEquals("1.", token.substring(0, 2));
        return token;
    }

    private ValidatableResponse renew(Application application, String token, String... more) {
        String[] fields = {"refresh_token", token, "scope", SignInWorld.SCOPES};
        if (more.length > 0) {
            fields[3] = more[1];
        }
        return world.token(application, "refresh_token", fields);
    }

    private static void refused(ValidatableResponse answer, int number) {
        answer.statusCode(400).body("error", equalTo("invalid_grant")).body("error_codes[0]", equalTo(number));
    }
}
