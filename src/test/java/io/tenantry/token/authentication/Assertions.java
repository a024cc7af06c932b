package io.tenantry.token.authentication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.token.TokenWorld;
import io.tenantry.token.key.SigningIdentity;
import java.security.Key;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Assertions as clients make them, and the requests that carry them. */
public final class Assertions {
    private Assertions() {}

    /** What a client signs: good, until a test changes it. */
    public static JwtClaims claims(TokenWorld world, String appId, long now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(appId);
        claims.setSubject(appId);
        claims.setAudience(tokenEndpoint(world));
        claims.setJwtId(Ids.random());
        claims.setNotBefore(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + 600));
        return claims;
    }

    public static JwtClaims with(JwtClaims claims, Consumer<JwtClaims> change) {
        change.accept(claims);
        return claims;
    }

    public static String sign(JwtClaims claims, String algorithm, Key key, Map<String, Object> header) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setDoKeyValidation(false);
            jws.setAlgorithmHeaderValue(algorithm);
            jws.setHeader("typ", "JWT");
            header.forEach((name, value) -> jws.getHeaders().setObjectHeaderValue(name, value));
            jws.setPayload(claims.toJson());
            jws.setKey(key);
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static String unsigned(String header, String payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes()) + "." + encoder.encodeToString(payload.getBytes()) + ".";
    }

    /** The certificate of a key as a key credential of an application or service principal. */
    public static void register(TokenWorld world, Entity owner, SigningIdentity identity, String start, String end) {
        String keyId = Ids.random();
        world.write(session -> {
            Entity stored = session.find(owner.type(), owner.id()).orElseThrow();
            stored.array("keyCredentials")
                    .add(Json.object()
                            .put("keyId", keyId)
                            .put("usage", "Verify")
                            .put("type", "AsymmetricX509Cert")
                            .put("startDateTime", start)
                            .put("endDateTime", end));
            session.update(stored);
            session.insert(Entity.childOf(owner.id(), "certificate", keyId).set("key", identity.certificateText()));
        });
    }

    /** An application has tokens of another issuer in place of a secret. @param application its id */
    public static void trust(TokenWorld world, String application, JsonNode credential) {
        world.write(session -> {
            Entity entity = Entity.childOf(application, "federatedIdentityCredential", Ids.random());
            entity.properties().setAll((ObjectNode) credential);
            session.insert(entity);
        });
    }

    public static String tokenEndpoint(TokenWorld world) {
        return RestAssured.baseURI + ":" + RestAssured.port + "/" + world.tenant.id() + "/oauth2/v2.0/token";
    }

    /** A request that succeeds with a good assertion, but for the fields given by name and value in turns; null leaves one out. */
    public static ValidatableResponse post(TokenWorld world, String appId, String assertion, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", appId);
        fields.put("client_assertion_type", ClientAssertion.TYPE);
        fields.put("client_assertion", assertion);
        fields.put("scope", "https://graph.microsoft.com/.default");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        fields.values().removeIf(value -> value == null);
        return given().formParams(fields)
                .post("/" + world.tenant.id() + "/oauth2/v2.0/token")
                .then();
    }

    public static void refused(ValidatableResponse answer, int number, String text) {
        answer.body("error_codes", contains(number))
                .statusCode(401)
                .body("error", equalTo("invalid_client"))
                .body("error_description", containsString(text))
                .body("access_token", nullValue());
    }

    public static String appidacr(ValidatableResponse answer) {
        String token = answer.statusCode(200).extract().path("access_token");
        return Json.parseObject(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                .path("appidacr")
                .asText();
    }
}
