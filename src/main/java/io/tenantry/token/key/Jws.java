package io.tenantry.token.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signed tokens in compact serialization. The {@code nonce} header of the real service is left out, so that anyone can verify them. */
public final class Jws {
    private static final AlgorithmConstraints RS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

    /** What certificates of applications and other issuers may sign with. */
    static final List<String> ASYMMETRIC = List.of(
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    static final AlgorithmConstraints ANY_ASYMMETRIC =
            new AlgorithmConstraints(ConstraintType.PERMIT, ASYMMETRIC.toArray(String[]::new));

    private Jws() {}

    /** Signed by hand: clients fetch tokens by the thousand (clients.md §2.5), and a builder (SmallRye JWT's) takes 8 % of all that
     * a token with 60 roles costs. */
    public static String sign(ObjectNode claims, SigningIdentity identity) {
        String input = identity.tokenHeader() + "." + base64(Json.write(claims).getBytes(StandardCharsets.UTF_8));
        try {
            return input + "." + base64(identity.rs256().sign(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    /** The JOSE header of every token that an identity signs, encoded. */
    static String header(String thumbprint) {
        ObjectNode header = Json.object()
                .put("typ", "JWT")
                .put("alg", "RS256")
                .put("x5t", thumbprint)
                .put("kid", thumbprint);
        return base64(Json.write(header).getBytes(StandardCharsets.UTF_8));
    }

    /** A token whose signature is still to be verified. Throws {@link JoseException} where it is none. */
    public static JsonWebSignature parse(String token) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(token);
        jws.setAlgorithmConstraints(RS256);
        return jws;
    }

    private static String base64(byte[] value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
