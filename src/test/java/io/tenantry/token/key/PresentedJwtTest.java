package io.tenantry.token.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class PresentedJwtTest {
    private static final KeyPair EC = pair("EC", new ECGenParameterSpec("secp256r1"));
    private static final SigningIdentity RSA = TestKeys.MINE;
    private static final SigningIdentity OTHER = TestKeys.STRANGE;

    private static KeyPair pair(String algorithm, ECGenParameterSpec curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(curve);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PresentedJwt signed(String algorithm, Key key) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setPayload("{\"aud\":[\"a\",7,\"b\"],\"exp\":1000}");
        jws.setKey(key);
        return PresentedJwt.of(jws.getCompactSerialization()).orElseThrow();
    }

    private static PresentedJwt unsigned(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));
        return PresentedJwt.of(header + "." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x")
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void anRsaKeyVerifiesItsSignaturesOnly(String algorithm) throws Exception {
        PresentedJwt jwt = signed(algorithm, RSA.key());
        assertTrue(jwt.isSignedWith(RSA.publicKey()));
        assertFalse(jwt.isSignedWith(OTHER.publicKey()));
        assertFalse(jwt.isSignedWith(EC.getPublic()));
    }

    @Test
    void anEllipticKeyVerifiesItsSignaturesOnly() throws Exception {
        PresentedJwt jwt = signed("ES256", EC.getPrivate());
        assertTrue(jwt.isSignedWith(EC.getPublic()));
        assertFalse(jwt.isSignedWith(RSA.publicKey()));
        String empty = jwt.text().substring(0, jwt.text().lastIndexOf('.') + 1);
        assertFalse(PresentedJwt.of(empty + Base64.getUrlEncoder().encodeToString(new byte[64]))
                .orElseThrow()
                .isSignedWith(EC.getPublic()));
    }

    @Test
    void audiencesAreTexts() throws Exception {
        assertEquals(List.of("a", "b"), signed("RS256", RSA.key()).audiences());
        assertEquals(List.of("a"), unsigned("{\"aud\":\"a\"}").audiences());
        assertEquals(List.of(), unsigned("{\"aud\":{\"a\":\"b\"}}").audiences());
        assertEquals(List.of(), unsigned("{}").audiences());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"exp\":1000}; true; true",
                "{\"exp\":701}; true; true",
                "{\"exp\":700}; true; false",
                "{\"exp\":1e999999999}; true; true",
                "{\"exp\":1000.5,\"nbf\":1300}; true; true",
                "{\"exp\":2000,\"nbf\":1301}; true; false",
                "{\"exp\":2000,\"nbf\":1e999999999}; true; false",
                "{\"exp\":\"1000\"}; false; false",
                "{\"exp\":1000,\"nbf\":null}; false; true",
                "{}; false; false"
            })
    void timesAreNumbersWithFiveMinutesOfSkew(String claims, boolean timed, boolean good) {
        PresentedJwt jwt = unsigned(claims);
        assertEquals(timed, jwt.isTimed());
        assertEquals(good, jwt.isGoodAt(Instant.ofEpochSecond(1000)));
    }
}
