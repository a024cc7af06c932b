package io.tenantry.token.authentication;

import io.tenantry.store.Tenant;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** HTTP Basic with both values form-encoded (RFC 6749 §2.3.1). What the form says too counts more. */
@Priority(1)
@Singleton
class SecretInHeader implements ClientAuthentication {
    private static final String SCHEME = "Basic ";

    /** Throws {@link TokenError} 9002313 for a header that cannot be read. */
    @Override
    public Optional<Credential> sent(TokenCall call, Tenant tenant) {
        String header = call.headers().get("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String[] pair = pair(header.substring(SCHEME.length()).strip());
        String clientId = call.field("client_id").orElse(pair[0]);
        String secret = call.field("client_secret").orElse(pair[1]);
        return Optional.of(secret.isEmpty() ? new NoCredential(clientId) : new PresentedSecret(clientId, secret));
    }

    private static String[] pair(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return new String[] {decode(pair.substring(0, colon)), decode(pair.substring(colon + 1))};
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw TokenError.malformed();
        }
    }

    private static String decode(String formEncoded) {
        return URLDecoder.decode(formEncoded, StandardCharsets.UTF_8);
    }
}
