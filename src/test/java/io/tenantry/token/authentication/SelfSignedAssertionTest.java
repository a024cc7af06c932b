package io.tenantry.token.authentication;

import static io.tenantry.token.authentication.Assertions.post;
import static io.tenantry.token.authentication.Assertions.refused;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.time.VirtualClock;
import io.tenantry.token.TokenWorld;
import io.tenantry.token.key.SigningIdentity;
import io.tenantry.token.key.TestKeys;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificate credentials (token-service.md §4). */
@QuarkusTest
class SelfSignedAssertionTest {
    private static final String ALWAYS = "1950-01-01T00:00:00Z";
    private static final String FOREVER = "2049-12-31T00:00:00Z";
    /** Making keys takes long. */
    private static final SigningIdentity MINE = TestKeys.MINE;

    private static final SigningIdentity STRANGE = TestKeys.STRANGE;

    @Inject
    Store store;

    @Inject
    VirtualClock clock;

    private TokenWorld world;
    private String appId;

    @BeforeEach
    void aClientWithACertificate() {
        world = TokenWorld.tenant(store, "Harborlight");
        appId = Ids.random();
        Assertions.register(world, world.principal(appId, "Sealed"), MINE, ALWAYS, FOREVER);
    }

    private long now() {
        return clock.now().getEpochSecond();
    }

    private JwtClaims good() {
        return Assertions.claims(world, appId, now());
    }

    private static byte[] digest(String algorithm, X509Certificate certificate) {
        try {
            return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JwtClaims claims) {
        return Assertions.sign(claims, "RS256", MINE.key(), Map.of("x5t", MINE.thumbprint()));
    }

    private String signed(Consumer<JwtClaims> change) {
        return signed(Assertions.with(good(), change));
    }

    private String signedByStranger(TokenWorld world, String appId) {
        return Assertions.sign(
                Assertions.claims(world, appId, now()), "PS256", STRANGE.key(), Map.of("x5t", STRANGE.thumbprint()));
    }

    // ---- accepted

    static List<Map<String, Object>> names() {
        byte[] sha1 = digest("SHA-1", MINE.certificate());
        byte[] sha256 = digest("SHA-256", MINE.certificate());
        Base64.Encoder url = Base64.getUrlEncoder();
        Base64.Encoder plain = Base64.getEncoder();
        return List.of(
                Map.of("x5t", url.withoutPadding().encodeToString(sha1)),
                Map.of("x5t", plain.encodeToString(sha1)),
                Map.of("x5t#S256", url.withoutPadding().encodeToString(sha256)),
                Map.of("x5t#S256", plain.encodeToString(sha256), "x5c", List.of(MINE.certificateText())),
                Map.of("kid", url.encodeToString(sha1)),
                Map.of("kid", HexFormat.of().withUpperCase().formatHex(sha1)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCertificateIsFoundByEveryNameThatClientsGiveIt(Map<String, Object> header) {
        for (String algorithm : List.of("RS256", "PS256")) {
            String assertion = Assertions.sign(good(), algorithm, MINE.key(), header);
            assertEquals("2", Assertions.appidacr(post(world, appId, assertion)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "here/id/oauth2/v2.0/token",
                "here/id/oauth2/token",
                "here/id/v2.0",
                "here/",
                "here",
                "here/DOMAIN/oauth2/v2.0/token",
                "https://login.microsoftonline.com/id/oauth2/v2.0/token",
                "https://login.microsoftonline.com/domain/oauth2/token/",
                "https://login.microsoftonline.com/id/v2.0",
                "https://login.microsoftonline.us",
                "https://sts.windows.net/id/"
            })
    void anAssertionMayBeMadeOutToEveryNameOfTheTenantHere(String audience) {
        post(world, appId, signed(claims -> claims.setAudience(url(audience)))).statusCode(200);
        post(world, appId, signed(claims -> claims.setAudience("https://elsewhere.example", url(audience))))
                .statusCode(200);
    }

    private String url(String pattern) {
        return pattern.replace("here", RestAssured.baseURI + ":" + RestAssured.port)
                .replace("DOMAIN", world.domain().toUpperCase())
                .replace("domain", world.domain())
                .replace("/id", "/" + world.tenant.id());
    }

    @Test
    void fiveMinutesOfSkewAreAllowed() {
        post(world, appId, signed(claims -> claims.setExpirationTime(NumericDate.fromSeconds(now() - 240))))
                .statusCode(200);
        post(world, appId, signed(claims -> claims.setNotBefore(NumericDate.fromSeconds(now() + 240))))
                .statusCode(200);
    }

    @Test
    void anAssertionOfTheClientsOwnSaysWhoItIs() {
        post(world, null, signed(good())).statusCode(200);
        post(world, null, signed(claims -> claims.setSubject(Ids.random())))
                .statusCode(400)
                .body("error_codes", contains(900144));
    }

    @Test
    void anAssertionIsGoodMoreThanOnce() {
        String assertion = signed(good());
        post(world, appId, assertion).statusCode(200);
        post(world, appId, assertion).statusCode(200);
    }

    @Test
    void anApplicationsCertificatesCountBesideThoseOfItsServicePrincipal() {
        String other = Ids.random();
        world.principal(other, "Crane");
        Entity application = Entity.of("application", Ids.random()).set("appId", other);
        world.write(session -> session.insert(application));
        Assertions.register(world, application, STRANGE, ALWAYS, FOREVER);

        post(world, other, signedByStranger(world, other)).statusCode(200);
        refused(post(world, appId, signedByStranger(world, other)), 700021, "doesn't match 'client_id'");
    }

    @Test
    void anApplicationOfferedToAllSignsInElsewhereWithItsOwnCertificate() {
        TokenWorld elsewhere = TokenWorld.tenant(store, "Birchline");
        String shared = Ids.random();
        Entity application = Entity.of("application", Ids.random())
                .set("appId", shared)
                .set("signInAudience", "AzureADMultipleOrgs");
        world.write(session -> session.insert(application));
        Assertions.register(world, application, STRANGE, ALWAYS, FOREVER);
        Entity principal = elsewhere.principal(shared, "Shared");
        elsewhere.write(session -> session.update(session.find("servicePrincipal", principal.id())
                .orElseThrow()
                .set("appOwnerOrganizationId", world.tenant.id())));

        post(elsewhere, shared, signedByStranger(elsewhere, shared)).statusCode(200);

        world.write(session -> session.update(
                session.find("application", application.id()).orElseThrow().set("signInAudience", "AzureADMyOrg")));
        refused(post(elsewhere, shared, signedByStranger(elsewhere, shared)), 700027, "not registered");
    }

    @Test
    void aCertificateCountsWhileItsCredentialDoes() {
        String app = Ids.random();
        Assertions.register(world, world.principal(app, "Short"), STRANGE, ALWAYS, "2040-01-01T00:00:00Z");
        post(world, app, signedByStranger(world, app)).statusCode(200);

        clock.set(Instant.parse("2040-01-01T00:00:00Z"), true);

        refused(post(world, app, signedByStranger(world, app)), 700027, "The key used is expired.");
    }

    // ---- refused

    private record Forgery(String assertion, int number, String text) {}

    @Test
    void everyForgeryIsRefusedWithItsNumber() {
        TokenWorld away = TokenWorld.tenant(store, "Birchline");
        String good = signed(good());
        List<Forgery> forgeries = List.of(
                new Forgery("a.b", 50027, "malformed"),
                new Forgery("e30.e30.", 50027, "malformed"),
                new Forgery(good + ".more", 50027, "malformed"),
                new Forgery(good + "a".repeat(40_000), 50027, "malformed"),
                new Forgery(Assertions.unsigned("{\"alg\":\"RS256\"}", "[".repeat(9_000)), 50027, "malformed"),
                new Forgery(
                        Assertions.sign(
                                good(), "RS256", MINE.key(), Map.of("x5t", MINE.thumbprint(), "crit", List.of("exp"))),
                        50027,
                        "malformed"),
                new Forgery(
                        Assertions.sign(good(), "RS256", MINE.key(), Map.of("x5t", MINE.thumbprint(), "typ", "at+jwt")),
                        5002727,
                        "header type"),
                new Forgery(Assertions.sign(good(), "RS256", MINE.key(), Map.of()), 5002723, "nor keyId"),
                new Forgery(
                        signedByStranger(world, appId),
                        700027,
                        HexFormat.of().withUpperCase().formatHex(digest("SHA-1", STRANGE.certificate()))),
                new Forgery(signed(claims -> claims.setSubject(Ids.random())), 50048, "Subject must match"),
                new Forgery(signed(claims -> claims.unsetClaim("sub")), 50048, "Subject must match"),
                new Forgery(signed(claims -> claims.setStringClaim("exp", "tomorrow")), 50027, "malformed"),
                new Forgery(
                        signed(claims -> claims.setNotBefore(NumericDate.fromSeconds(now() + 400))),
                        700024,
                        "valid time range"),
                new Forgery(signed(claims -> claims.setAudience("api://AzureADTokenExchange")), 50012, "audience"),
                new Forgery(signed(claims -> claims.setAudience(Assertions.tokenEndpoint(away))), 50012, "audience"),
                new Forgery(
                        signed(claims -> claims.setAudience("http://login.microsoftonline.com/" + world.tenant.id())),
                        50012,
                        "audience"),
                new Forgery(
                        signed(claims -> claims.setAudience(Assertions.tokenEndpoint(world) + "?x=1")),
                        50012,
                        "audience"),
                new Forgery(
                        signed(claims -> claims.setAudience("https://login.microsoftonline.com.idp.example/")),
                        50012,
                        "audience"),
                new Forgery(
                        signed(claims -> claims.setAudience("https://login.microsoftonline.com@idp.example/")),
                        50012,
                        "audience"));
        for (Forgery forgery : forgeries) {
            refused(post(world, appId, forgery.assertion), forgery.number, forgery.text);
        }
    }

    static List<Arguments> types() {
        return List.of(
                Arguments.of(null, 900144),
                Arguments.of("", 900144),
                Arguments.of("urn:ietf:params:oauth:client-assertion-type:saml2-bearer", 9002313));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theKindOfAssertionMustBeSaid(String type, int number) {
        post(world, appId, signed(good()), "client_assertion_type", type)
                .statusCode(400)
                .body("error_codes", contains(number));
    }
}
