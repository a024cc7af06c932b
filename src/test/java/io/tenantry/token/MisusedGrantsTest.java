package io.tenantry.token;

import static io.tenantry.token.CodeFlow.VERIFIER;
import static io.tenantry.token.CodeFlow.challenged;
import static io.tenantry.token.CodeFlow.fields;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.directory.user.UserPasswords;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.token.FormBrowser.Page;
import io.tenantry.token.SignInWorld.Application;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What was given to one client for one use, presented by another, elsewhere, otherwise, again or too late. */
@QuarkusTest
class MisusedGrantsTest extends SignInCases {
    private static final String PAGE_ORIGIN = "https://page.example";

    private SignInWorld away;
    private CodeFlow flow;
    private Application cli;
    private Application web;
    private Application page;

    private record Misuse(String what, Supplier<ValidatableResponse> attempt, String error, int number) {}

    @BeforeEach
    void peopleAndClients() {
        away = new SignInWorld(store);
        flow = new CodeFlow(world);
        cli = world.publicClient();
        web = world.webClient();
        var properties = Json.object();
        properties.putObject("spa").set("redirectUris", Json.array(List.of(SignInWorld.PAGE)));
        page = world.consented(world.application("Tide page", properties), SignInWorld.SCOPES);
    }

    @TestFactory
    Stream<DynamicTest> codes() {
        return refused(
                misuse("presented twice", () -> again(code(cli)), "invalid_grant", 54005),
                misuse("by another client", () -> redeem(web, code(cli)), "invalid_grant", 700007),
                misuse(
                        "by a client that proves nothing",
                        () -> redeem(web.withoutSecret(), code(web)),
                        "invalid_client",
                        7000218),
                misuse(
                        "by a client with a wrong secret",
                        () -> redeem(web, code(web), "client_secret", "guess"),
                        "invalid_client",
                        7000215),
                misuse(
                        "with another address",
                        () -> redeem(cli, code(cli), "redirect_uri", "http://localhost/other"),
                        "invalid_client",
                        500112),
                misuse(
                        "with the address of another client",
                        () -> redeem(cli, code(cli), "redirect_uri", SignInWorld.WEB),
                        "invalid_client",
                        500112),
                misuse("for nothing", () -> redeem(cli, code(cli), "scope", " "), "invalid_scope", 28003),
                misuse("after ten minutes", () -> tooLate(code(cli)), "invalid_grant", 70008),
                misuse(
                        "in another tenant",
                        () -> elsewhere("authorization_code", fields(code(cli), "code_verifier", VERIFIER)),
                        "invalid_grant",
                        700005),
                misuse(
                        "by a page, though it was for a program",
                        () -> fromPage(cli, code(cli)),
                        "invalid_request",
                        9002326),
                misuse(
                        "by a program, though it was for a page",
                        () -> redeem(page, code(page)),
                        "invalid_request",
                        9002327),
                misuse(
                        "changed",
                        () -> world.token(
                                cli,
                                "authorization_code",
                                "code",
                                changed(code(cli).answer().get("code")),
                                "redirect_uri",
                                SignInWorld.NATIVE),
                        "invalid_grant",
                        9002313),
                misuse(
                        "a refresh token in its place",
                        () -> world.token(
                                cli,
                                "authorization_code",
                                "code",
                                refreshToken(cli),
                                "redirect_uri",
                                SignInWorld.NATIVE),
                        "invalid_grant",
                        9002313));
    }

    /** RFC 7636, and RFC 9700 §2.1.1: challenge or method were changed or taken out on the way. */
    @TestFactory
    Stream<DynamicTest> proofKeys() {
        String challenge = CodeFlow.challenge();
        return refused(
                misuse("no verifier", () -> flow.redeem(cli, code(cli)), "invalid_grant", 50148),
                misuse(
                        "another verifier",
                        () -> flow.redeem(cli, code(cli), "code_verifier", VERIFIER + "x"),
                        "invalid_grant",
                        501481),
                misuse(
                        "the challenge as verifier",
                        () -> flow.redeem(cli, code(cli), "code_verifier", challenge),
                        "invalid_grant",
                        501481),
                misuse("no challenge", () -> redeem(cli, code(cli, Map.of())), "invalid_grant", 501481),
                misuse(
                        "the method taken out",
                        () -> redeem(cli, code(cli, Map.of("code_challenge", challenge))),
                        "invalid_grant",
                        501481),
                misuse(
                        "the method made plain",
                        () -> redeem(
                                cli, code(cli, Map.of("code_challenge", challenge, "code_challenge_method", "plain"))),
                        "invalid_grant",
                        501481),
                misuse("none by a page", () -> fromPage(page, code(page, Map.of())), "invalid_request", 9002325));
    }

    @TestFactory
    Stream<DynamicTest> refreshTokens() {
        return refused(
                misuse("revoked", () -> after(refreshToken(cli), this::revoke), "invalid_grant", 50173),
                misuse(
                        "the password was changed",
                        () -> after(refreshToken(cli), this::changePassword),
                        "invalid_grant",
                        50173),
                misuse(
                        "the account was disabled",
                        () -> after(
                                refreshToken(cli),
                                () -> world.change(ana, Json.object().put("accountEnabled", false))),
                        "invalid_grant",
                        50057),
                misuse(
                        "the user is gone",
                        () -> after(
                                refreshToken(cli),
                                () -> world.world.write(session -> session.remove(
                                        session.find("user", ana.id()).orElseThrow()))),
                        "invalid_grant",
                        50034),
                misuse(
                        "unused for ninety days",
                        () -> after(
                                refreshToken(cli), () -> clock.set(clock.now().plus(Duration.ofDays(91)), true)),
                        "invalid_grant",
                        700082),
                misuse("by another client", () -> renew(web, refreshToken(cli)), "invalid_grant", 700007),
                misuse(
                        "by a client that proves nothing",
                        () -> renew(web.withoutSecret(), refreshToken(web)),
                        "invalid_client",
                        7000218),
                misuse(
                        "where the client is not known",
                        () -> elsewhere("refresh_token", "refresh_token", refreshToken(cli)),
                        "unauthorized_client",
                        700016),
                misuse(
                        "by a page, though it was for a program",
                        () -> world.tokenFrom(PAGE_ORIGIN, cli, "refresh_token", "refresh_token", refreshToken(cli)),
                        "invalid_request",
                        9002326),
                misuse("changed", () -> renew(cli, changed(refreshToken(cli))), "invalid_grant", 9002313),
                misuse("cut", () -> renew(cli, "1."), "invalid_grant", 9002313),
                misuse("of another version", () -> renew(cli, "0.AAAA"), "invalid_grant", 9002313),
                misuse("made up", () -> renew(cli, "1." + "A".repeat(5000)), "invalid_grant", 9002313),
                misuse(
                        "a code in its place",
                        () -> renew(cli, code(cli).answer().get("code")),
                        "invalid_grant",
                        9002313),
                misuse(
                        "an access token in its place",
                        () -> renew(cli, world.password(cli, ana).extract().path("access_token")),
                        "invalid_grant",
                        9002313));
    }

    @TestFactory
    Stream<DynamicTest> tenantsAndClients() {
        Application offeredToNobodyElse = world.withSecret(world.application("Daemon", Json.object()));
        String scope = "https://graph.microsoft.com/.default";
        return refused(
                misuse(
                        "an application in another tenant",
                        () -> away.token(offeredToNobodyElse, "client_credentials", "scope", scope),
                        "unauthorized_client",
                        700016),
                misuse(
                        "with the secret of another application",
                        () -> world.token(
                                offeredToNobodyElse,
                                "client_credentials",
                                "scope",
                                scope,
                                "client_secret",
                                web.secret() + "x"),
                        "invalid_client",
                        7000215),
                misuse(
                        "a user in another tenant",
                        () -> away.password(away.publicClient(), ana),
                        "interaction_required",
                        90072),
                misuse(
                        "a user through a client of another tenant",
                        () -> away.password(cli, ana),
                        "unauthorized_client",
                        700016),
                misuse(
                        "a client without consent",
                        () -> world.password(
                                world.application("Stranger", Json.object().put("isFallbackPublicClient", true)), ana),
                        "invalid_grant",
                        65001),
                misuse(
                        "a public client with a secret",
                        () -> world.password(cli, ana, "client_secret", "one"),
                        "invalid_client",
                        700025));
    }

    /** token-service.md §7: an application of one tenant is not served over an authority that stands for everybody's. */
    @TestFactory
    Stream<DynamicTest> everybodysAuthority() {
        return refused(
                misuse(
                        "a password of a client of one tenant",
                        () -> passwordOver("organizations"),
                        "invalid_request",
                        50194),
                misuse(
                        "its code",
                        () -> world.tokenOver(
                                "common", cli, "authorization_code", fields(code(cli), "code_verifier", VERIFIER)),
                        "invalid_request",
                        50194),
                misuse(
                        "its refresh token",
                        () -> world.tokenOver(
                                "organizations", cli, "refresh_token", "refresh_token", refreshToken(cli)),
                        "invalid_request",
                        50194));
    }

    @Test
    void aClientOfManyTenantsIsServedOverEverybodysAuthority() {
        world.register(cli, Json.object().put("signInAudience", "AzureADMultipleOrgs"));
        String again = passwordOver("organizations").statusCode(200).extract().path("refresh_token");
        world.tokenOver("common", cli, "refresh_token", "refresh_token", again).statusCode(200);
    }

    private ValidatableResponse passwordOver(String authority) {
        return world.tokenOver(
                authority,
                cli,
                "password",
                "username",
                ana.text("userPrincipalName"),
                "password",
                SignInWorld.PASSWORD,
                "scope",
                SignInWorld.SCOPES);
    }

    // ---- what is refused

    private static Misuse misuse(String what, Supplier<ValidatableResponse> attempt, String error, int number) {
        return new Misuse(what, attempt, error, number);
    }

    /** Each in the state that the ones before leave, but for the user, who is a new one. */
    private Stream<DynamicTest> refused(Misuse... misuses) {
        return Stream.of(misuses)
                .map(misuse -> DynamicTest.dynamicTest(misuse.what, () -> {
                    ana = world.user("ana" + Ids.random().substring(0, 8));
                    int status = misuse.error.equals("invalid_client") ? 401 : 400;
                    misuse.attempt
                            .get()
                            .body("error_codes", contains(misuse.number))
                            .body("error", equalTo(misuse.error))
                            .body("access_token", nullValue())
                            .statusCode(status);
                }));
    }

    // ---- codes

    private Page code(Application client) {
        return code(client, challenged());
    }

    private Page code(Application client, Map<String, String> more) {
        return CodeFlow.end(world, client, ana, more);
    }

    private ValidatableResponse redeem(Application client, Page end, String... more) {
        String[] all = Stream.concat(Stream.of("code_verifier", VERIFIER), Stream.of(more))
                .toArray(String[]::new);
        return flow.redeem(client, end, all);
    }

    private ValidatableResponse again(Page end) {
        redeem(cli, end).statusCode(200);
        return redeem(cli, end);
    }

    private ValidatableResponse tooLate(Page end) {
        clock.set(clock.now().plus(Duration.ofMinutes(10)), true);
        return redeem(cli, end);
    }

    private ValidatableResponse fromPage(Application client, Page end) {
        return world.tokenFrom(PAGE_ORIGIN, client, "authorization_code", fields(end, "code_verifier", VERIFIER));
    }

    /** At the address of another tenant. */
    private ValidatableResponse elsewhere(String grantType, String... fields) {
        return away.token(cli, grantType, fields);
    }

    // ---- refresh tokens

    private String refreshToken(Application client) {
        return world.password(client, ana).statusCode(200).extract().path("refresh_token");
    }

    private ValidatableResponse renew(Application client, String token) {
        return world.token(client, "refresh_token", "refresh_token", token);
    }

    private ValidatableResponse after(String token, Runnable event) {
        event.run();
        return renew(cli, token);
    }

    private void revoke() {
        world.change(ana, Json.object().put(HiddenProperties.SIGN_INS, Ids.random()));
    }

    private void changePassword() {
        world.world.write(session -> {
            Entity user = session.find("user", ana.id()).orElseThrow();
            UserPasswords.set(user, "Neap-9-Tide!", clock.now());
            session.update(user);
        });
    }

    private static String changed(String token) {
        int at = token.length() - 2;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
