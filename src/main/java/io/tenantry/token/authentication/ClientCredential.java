package io.tenantry.token.authentication;

import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * How a client says who it is: in the form, or by HTTP Basic with both values form-encoded (RFC 6749 §2.3.1).
 *
 * @param clientId as sent
 */
public record ClientCredential(String clientId, Optional<String> secret) {

    /** Throws {@link TokenError} 900144 where there is no client id, 9002313 for a Basic header that cannot be read. */
    public static ClientCredential of(TokenCall call) {
        String header = call.headers().get("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new ClientCredential(call.required("client_id"), call.field("client_secret"));
        }
        String[] basic = basic(header.substring(6).strip());
        return new ClientCredential(
                call.field("client_id").orElse(basic[0]),
                call.field("client_secret").or(() -> Optional.of(basic[1]).filter(s -> !s.isEmpty())));
    }

    private static String[] basic(String encoded) {
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
