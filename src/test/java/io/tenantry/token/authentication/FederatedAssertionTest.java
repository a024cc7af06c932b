package io.tenantry.token.authentication;

import static io.tenantry.token.authentication.Assertions.post;
import static io.tenantry.token.authentication.Assertions.refused;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.time.VirtualClock;
import io.tenantry.token.TokenWorld;
import io.tenantry.token.key.SigningIdentity;
import io.tenantry.token.key.SigningKey;
import io.tenantry.token.key.TestKeys;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of other issuers in place of a secret (workload-identity-federation). */
@QuarkusTest
class FederatedAssertionTest {
    private static final String AUDIENCE = "api://AzureADTokenExchange";
    private static final String SUBJECT = "repo:harbour/Tides:ref:main";
    private static final SigningIdentity ITS = TestKeys.ITS;
    private static final SigningIdentity STRANGE = TestKeys.STRANGE;

    @Inject
    Store store;

    @Inject
    VirtualClock clock;

    @Inject
    SigningKey key;

    private LocalIssuer issuer;
    private TokenWorld world;
    private String appId;
    private String application;

    @BeforeEach
    void anApplicationThatTrustsAnIssuer() throws IOException {
        issuer = new LocalIssuer(ITS);
        world = TokenWorld.tenant(store, "Harborlight");
        appId = Ids.random();
        application = Ids.random();
        world.principal(appId, "Pipeline");
        world.write(
                session -> session.insert(Entity.of("application", application).set("appId", appId)));
        trust(issuer.url(), credential -> credential.put("subject", SUBJECT));
    }

    @AfterEach
    void theIssuerGoesAway() {
        issuer.close();
    }

    private void trust(String url, Consumer<ObjectNode> change) {
        ObjectNode credential = Json.object().put("issuer", url);
        credential.putArray("audiences").add(AUDIENCE);
        change.accept(credential);
        Assertions.trust(world, application, credential);
    }

    private JwtClaims claims(String url) {
        long now = clock.now().getEpochSecond();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url);
        claims.setSubject(SUBJECT);
        claims.setAudience(AUDIENCE);
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + 600));
        return claims;
    }

    private String token(Key signer, String kid, Consumer<JwtClaims> change) {
        return Assertions.sign(Assertions.with(claims(issuer.url()), change), "RS256", signer, Map.of("kid", kid));
    }

    private String token(Consumer<JwtClaims> change) {
        return token(ITS.key(), "idp-1", change);
    }

    private String good() {
        return token(claims -> {});
    }

    // ---- accepted

    @Test
    void aTokenOfATrustedIssuerSignsTheApplicationIn() {
        assertEquals("2", Assertions.appidacr(post(world, appId, good())));
        assertEquals(
                "2", Assertions.appidacr(post(world, appId, token(claims -> claims.setAudience("other", AUDIENCE)))));
        assertEquals(1, issuer.asked.get());
    }

    @Test
    void anExpressionOverClaimsMeansManySubjects() {
        trust(issuer.url(), credential -> credential
                .putObject("claimsMatchingExpression")
                .put("languageVersion", 1)
                .put(
                        "value",
                        "claims['sub'] matches 'repo:harbour/*:ref:?ain' and claims['ref'] eq 'refs/heads/main'"));

        Consumer<JwtClaims> other = claims -> claims.setSubject("repo:harbour/Boats:ref:main");
        post(world, appId, token(other.andThen(claims -> claims.setStringClaim("ref", "refs/heads/main"))))
                .statusCode(200);
        refused(post(world, appId, token(other)), 700213, "assertion subject 'repo:harbour/Boats:ref:main'");
    }

    @Test
    void aTenantOfThisServerIsAnIssuerThatNeedsNoNetwork() {
        TokenWorld away = TokenWorld.tenant(store, "Birchline");
        for (String url : List.of(
                "https://login.microsoftonline.com/" + away.tenant.id() + "/v2.0",
                "https://sts.windows.net/" + away.tenant.id() + "/")) {
            trust(url, credential -> credential.put("subject", SUBJECT));
            JwtClaims claims = claims(url);
            String kid = key.identity().thumbprint();
            post(world, appId, Assertions.sign(claims, "RS256", key.identity().key(), Map.of("kid", kid)))
                    .statusCode(200);
            refused(
                    post(world, appId, Assertions.sign(claims, "RS256", STRANGE.key(), Map.of("kid", kid))),
                    50013,
                    "signature validation");
        }
    }

    // ---- refused

    private record Forgery(String token, int number, String text) {}

    @Test
    void everyForgeryIsRefusedWithItsNumber() {
        long now = clock.now().getEpochSecond();
        List<Forgery> forgeries = List.of(
                new Forgery(token(claims -> claims.setIssuer(issuer.url() + "/")), 700211, "issuer"),
                new Forgery(token(claims -> claims.setSubject("pull_request")), 700213, "subject 'pull_request'"),
                new Forgery(
                        token(claims -> claims.setSubject(SUBJECT.toLowerCase())),
                        7002138,
                        "but not with case-sensitive comparison"),
                new Forgery(token(claims -> claims.unsetClaim("sub")), 700213, "subject ''"),
                new Forgery(token(claims -> claims.setAudience("api://other")), 700212, "audience 'api://other'"),
                new Forgery(token(claims -> claims.setAudience(AUDIENCE.toLowerCase())), 7002138, "audience"),
                new Forgery(
                        token(claims -> claims.setNotBefore(NumericDate.fromSeconds(now + 400))), 700024, "time range"),
                new Forgery(token(STRANGE.key(), "idp-2", claims -> {}), 50013, "signature validation"),
                new Forgery(
                        token(key.identity().key(), key.identity().thumbprint(), claims -> {}),
                        50013,
                        "signature validation"));
        for (Forgery forgery : forgeries) {
            refused(post(world, appId, forgery.token), forgery.number, forgery.text);
        }
        post(world, appId, good()).statusCode(200);
    }

    @Test
    void anApplicationThatTrustsNobodyIsToldSo() {
        String other = Ids.random();
        world.principal(other, "Alone");

        refused(post(world, other, good()), 70025, "'(Alone) has no configured federated identity credentials.");
        assertEquals(0, issuer.asked.get());
    }

    @Test
    void aTokenOfAnotherIssuerDoesNotSayWhoTheClientIs() {
        post(world, null, good()).statusCode(400).body("error_codes", contains(900144));
    }

    @Test
    void anIssuerIsAskedForTokensThatFitOnly() {
        post(world, appId, token(claims -> claims.setSubject("other"))).statusCode(401);
        post(world, appId, token(claims -> claims.setAudience("other"))).statusCode(401);
        post(world, appId, token(claims -> claims.setExpirationTime(NumericDate.fromSeconds(1))))
                .statusCode(401);

        assertEquals(0, issuer.asked.get());
    }

    @Test
    void anIssuerIsNotAskedAgainAtOnce() {
        for (int i = 0; i < 5; i++) {
            refused(post(world, appId, token(STRANGE.key(), "kid-" + i, claims -> {})), 50013, "signature");
        }
        assertEquals(1, issuer.asked.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "redirect", "large", "another", "elsewhere", "inside", "stuck"})
    void anIssuerWhoseKeysCannotBeHadIsTrustedWithNothing(String how) {
        switch (how) {
            case "gone" -> issuer.close();
            case "redirect" -> issuer.status = 302;
            case "large" -> issuer.padding = 300_000;
            case "another" -> issuer.issuer = "https://idp.example";
            case "elsewhere" -> issuer.keysUrl = "http://idp.example/keys";
            case "inside" -> issuer.keysUrl = "https://10.0.0.1/keys";
            default -> issuer.stuck = true;
        }
        long began = System.nanoTime();

        refused(post(world, appId, good()), 501661, "External OIDC endpoint failed");

        assertTrue(System.nanoTime() - began < Duration.ofSeconds(8).toNanos());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://idp.example",
                "https://10.1.2.3/",
                "https://169.254.169.254",
                "http://127.1:80/",
                "https://[fd00::1]/"
            })
    void onlyPublicIssuersAndThoseOfThisMachineAreAsked(String url) {
        trust(url, credential -> credential.put("subject", SUBJECT));

        refused(
                post(world, appId, Assertions.sign(claims(url), "RS256", ITS.key(), Map.of("kid", "idp-1"))),
                501661,
                "External OIDC endpoint failed");
    }
}
