package io.tenantry.token.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A JWT that somebody presents: read within bounds, and not believed before its signature is verified. */
public record PresentedJwt(String text, JsonNode header, JsonNode claims) {
    private static final int LONGEST = 32 * 1024;
    /** Documented for client assertions nowhere; what Microsoft's own libraries allow. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Empty for what is no JWT in compact serialization, or asks for what nobody here understands ({@code crit}). */
    public static Optional<PresentedJwt> of(String text) {
        String[] parts = text.split("\\.", -1);
        if (text.length() > LONGEST || parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = json(parts[0]);
            JsonNode claims = json(parts[1]);
            boolean readable =
                    header.isObject() && claims.isObject() && header.path("alg").isTextual();
            return readable && !header.has("crit")
                    ? Optional.of(new PresentedJwt(text, header, claims))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonNode json(String base64) throws IOException {
        return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(base64));
    }

    public String algorithm() {
        return header.get("alg").asText();
    }

    /** Whether it is signed in a way that a certificate can verify: never without a key, never with a shared secret. */
    public boolean isSigned() {
        return Jws.ASYMMETRIC.contains(algorithm());
    }

    /** Empty where there is none, or one that is no text. */
    public String claim(String name) {
        return claims.path(name).isTextual() ? claims.get(name).asText() : "";
    }

    public List<String> audiences() {
        JsonNode audience = claims.path("aud");
        if (audience.isTextual()) {
            return List.of(audience.asText());
        }
        return audience.isArray()
                ? audience.valueStream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .toList()
                : List.of();
    }

    /** Whether its times are numbers, the end of its life among them. */
    public boolean isTimed() {
        return claims.path("exp").isNumber()
                && (!claims.has("nbf") || claims.get("nbf").isNumber());
    }

    public boolean isGoodAt(Instant now) {
        double seconds = now.getEpochSecond();
        return claims.path("exp").doubleValue() > seconds - SKEW.toSeconds()
                && claims.path("nbf").doubleValue() <= seconds + SKEW.toSeconds();
    }

    public boolean isSignedWith(Key key) {
        try {
            JsonWebSignature signature = signature();
            signature.setKey(key);
            return signature.verifySignature();
        } catch (JoseException e) {
            return false; // a key for other algorithms, one that is too short, or no signature at all
        }
    }

    /** Whether a key that it names, or could mean where it names none, is among these and has signed it. */
    public boolean isSignedWithOne(Collection<JsonWebKey> keys) {
        try {
            JsonWebKey key = new VerificationJwkSelector().selectWithVerifySignatureDisambiguate(signature(), keys);
            return key != null && isSignedWith(key.getKey());
        } catch (JoseException e) {
            return false;
        }
    }

    private JsonWebSignature signature() throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(Jws.ANY_ASYMMETRIC);
        signature.setCompactSerialization(text);
        return signature;
    }
}
