package io.tenantry.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Store;
import io.tenantry.time.VirtualClock;
import io.tenantry.token.SignInWorld.Api;
import io.tenantry.token.SignInWorld.Application;
import io.tenantry.token.authentication.Assertions;
import io.tenantry.token.authentication.LocalIssuer;
import io.tenantry.token.key.SigningIdentity;
import io.tenantry.token.key.SigningKey;
import io.tenantry.token.key.TestKeys;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is done to a token that was good, and what is answered wherever it is presented: to Graph by its bearer, to the token service as a
 * client's own assertion or as that of another issuer ({@code invalid_client}), or by an API that passes its caller on ({@code invalid_grant}).
 */
@QuarkusTest
class ForgedTokensTest {
    private static final SigningIdentity MINE = TestKeys.MINE;
    private static final SigningIdentity ITS = TestKeys.ITS;
    private static final SigningIdentity STRANGE = TestKeys.STRANGE;
    private static final String EXCHANGE = "api://AzureADTokenExchange";
    private static final String ELSEWHERE = "https://idp.example";

    @Inject
    Store store;

    @Inject
    VirtualClock clock;

    @Inject
    SigningKey serverKey;

    private SignInWorld world;
    private TokenWorld away;
    private LocalIssuer issuer;

    /** A token that is good, whose it is, and how it is presented. */
    private record Good(
            JwtClaims claims,
            SigningIdentity signer,
            Map<String, Object> header,
            Function<String, ValidatableResponse> presented) {}

    @BeforeEach
    void tenantsAndAnIssuer() throws IOException {
        world = new SignInWorld(store);
        away = TokenWorld.tenant(store, "Birchline");
        issuer = new LocalIssuer(ITS);
    }

    @AfterEach
    void theIssuerGoes() {
        issuer.close();
    }

    @ParameterizedTest(name = "a token that {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # a token that …                | by its bearer                  | by the client | of an issuer | passed on
            is as it was                    | -                              | 0             | 0            | 0
            is none                         | there are no dots              | 50027         | 50027        | 50013
            has lost its signature          | Invalid signature.             | 700027        | 50013        | 50013
            has the signature of another    | Invalid signature.             | 700027        | 50013        | 50013
            was signed by a stranger        | Invalid signature.             | 700027        | 50013        | 50013
            says that nobody signs          | Invalid signature.             | 5002738       | 5002738      | 50013
            has the public key as a secret  | Invalid signature.             | 5002738       | 5002738      | 50013
            has the certificate as a secret | Invalid signature.             | 5002738       | 5002738      | 50013
            ran out                         | the token is expired.          | 700024        | 700024       | 500133
            never ends                      | the token is expired.          | 50027         | 50027        | 500133
            is for somebody else            | Invalid audience.              | 50012         | 700212       | 500131
            is for nobody                   | Invalid audience.              | 50012         | 700212       | 500131
            is of another issuer            | Invalid issuer.                | 70025         | 700211       | 50013
            is of no issuer                 | Invalid issuer.                | 700021        | 700021       | 50013
            is of another tenant            | Invalid issuer.                | 50012         | 700211       | 50013
            is of a tenant that is gone     | token validation failure.      | 50012         | 700211       | 50013
            """)
    void isRefusedWhereverItIsPresented(String done, String bearer, int client, int ofIssuer, int passedOn)
            throws InvalidJwtException {
        ValidatableResponse answer = present(done, bearer());
        if (bearer.equals("-")) {
            answer.statusCode(200);
        } else {
            answer.statusCode(401)
                    .body("error.code", equalTo("InvalidAuthenticationToken"))
                    .body("error.message", containsString(bearer));
        }
        told(present(done, byClient()), client, 401, "invalid_client");
        told(present(done, ofIssuer()), ofIssuer, 401, "invalid_client");
        told(present(done, passedOn()), passedOn, 400, "invalid_grant");
    }

    private static void told(ValidatableResponse answer, int number, int status, String error) {
        if (number == 0) {
            answer.statusCode(200);
        } else {
            answer.body("error_codes", contains(number)).statusCode(status).body("error", equalTo(error));
        }
    }

    // ---- what is good

    private Good bearer() throws InvalidJwtException {
        String token = world.password(world.publicClient(), world.user("ben"))
                .statusCode(200)
                .extract()
                .path("access_token");
        return ofServer(
                token, forged -> given().auth().oauth2(forged).get("/v1.0/me").then());
    }

    private Good byClient() {
        TokenWorld tokens = world.world;
        String appId = Ids.random();
        Assertions.register(
                tokens, tokens.principal(appId, "Sealed"), MINE, "1950-01-01T00:00:00Z", "2049-12-31T00:00:00Z");
        return new Good(
                Assertions.claims(tokens, appId, now()),
                MINE,
                Map.of("x5t", MINE.thumbprint()),
                forged -> Assertions.post(tokens, appId, forged));
    }

    private Good ofIssuer() {
        Application trusting = world.application("Pipeline", Json.object());
        Assertions.trust(
                world.world,
                trusting.application().id(),
                Json.object()
                        .put("issuer", issuer.url())
                        .put("subject", "main")
                        .set("audiences", Json.array().add(EXCHANGE)));
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer.url());
        claims.setSubject("main");
        claims.setAudience(EXCHANGE);
        claims.setExpirationTime(NumericDate.fromSeconds(now() + 600));
        return new Good(
                claims, ITS, Map.of("kid", "idp-1"), forged -> Assertions.post(world.world, trusting.appId(), forged));
    }

    private Good passedOn() throws InvalidJwtException {
        Application front = world.publicClient();
        Api api = world.api(front);
        String token = world.password(front, world.user("ana"), "scope", api.scope())
                .statusCode(200)
                .extract()
                .path("access_token");
        return ofServer(token, forged -> world.passOn(api, forged));
    }

    private Good ofServer(String token, Function<String, ValidatableResponse> presented) throws InvalidJwtException {
        SigningIdentity server = serverKey.identity();
        return new Good(
                JwtClaims.parse(SignInWorld.claims(token).toString()),
                server,
                Map.of("kid", server.thumbprint()),
                presented);
    }

    private long now() {
        return clock.now().getEpochSecond();
    }

    // ---- what is done to it

    private ValidatableResponse present(String done, Good good) {
        return good.presented.apply(forged(done, good));
    }

    private String forged(String done, Good good) {
        return switch (done) {
            case "is as it was" -> signed(good, claims -> {});
            case "is none" -> "opaque";
            case "has lost its signature" -> {
                String signed = signed(good, claims -> {});
                yield signed.substring(0, signed.lastIndexOf('.') + 1);
            }
            case "has the signature of another" -> {
                String signed = signed(good, claims -> {});
                String other = signed(good, claims -> claims.setJwtId(Ids.random()));
                yield other.substring(0, other.lastIndexOf('.')) + signed.substring(signed.lastIndexOf('.'));
            }
            case "was signed by a stranger" -> Assertions.sign(good.claims, "RS256", STRANGE.key(), good.header);
            case "says that nobody signs" -> {
                Map<String, Object> header = new LinkedHashMap<>(good.header);
                header.put("alg", "none");
                yield Assertions.unsigned(Json.write(Json.MAPPER.valueToTree(header)), good.claims.toJson());
            }
            case "has the public key as a secret" ->
                keyed(good, good.signer.publicKey().getEncoded());
            case "has the certificate as a secret" ->
                keyed(good, Base64.getDecoder().decode(good.signer.certificateText()));
            case "ran out" -> signed(good, claims -> claims.setExpirationTime(NumericDate.fromSeconds(now() - 400)));
            case "never ends" -> signed(good, claims -> claims.unsetClaim("exp"));
            case "is for somebody else" -> signed(good, claims -> claims.setAudience(ELSEWHERE));
            case "is for nobody" -> signed(good, claims -> claims.unsetClaim("aud"));
            case "is of another issuer" -> signed(good, claims -> claims.setIssuer(ELSEWHERE));
            case "is of no issuer" -> signed(good, claims -> claims.unsetClaim("iss"));
            case "is of another tenant" -> signed(good, claims -> madeFor(claims, away.tenant.id()));
            case "is of a tenant that is gone" -> signed(good, claims -> madeFor(claims, Ids.random()));
            default -> throw new IllegalArgumentException(done);
        };
    }

    /** What tells of a tenant tells of another one. */
    private void madeFor(JwtClaims claims, String tenantId) {
        if (claims.hasClaim("tid")) {
            claims.setStringClaim("tid", tenantId);
        } else {
            String endpoint = "https://login.microsoftonline.com/" + tenantId;
            claims.setAudience(endpoint + "/oauth2/v2.0/token");
            if (!claims.getClaimValueAsString("iss").equals(claims.getClaimValueAsString("sub"))) {
                claims.setIssuer(endpoint + "/v2.0");
            }
        }
    }

    private static String signed(Good good, Consumer<JwtClaims> change) {
        return Assertions.sign(Assertions.with(good.claims, change), "RS256", good.signer.key(), good.header);
    }

    private static String keyed(Good good, byte[] secret) {
        return Assertions.sign(good.claims, "HS256", new HmacKey(secret), good.header);
    }
}
