package io.tenantry.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Json;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signed tokens in compact serialization. The {@code nonce} header of the real service is left out, so that anyone can verify them. */
final class Jws {
    private static final AlgorithmConstraints RS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

    private Jws() {}

    static String sign(ObjectNode claims, SigningIdentity identity) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setHeader("typ", "JWT");
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setHeader("x5t", identity.thumbprint());
        jws.setKeyIdHeaderValue(identity.thumbprint());
        jws.setPayload(Json.write(claims));
        jws.setKey(identity.key());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    /** The claims, whoever signed them. Throws {@link JoseException} where it is no JWS with JSON inside. */
    static JsonWebSignature parse(String token) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(token);
        jws.setAlgorithmConstraints(RS256);
        return jws;
    }
}
