package io.tenantry.token.code;

import io.tenantry.token.http.GrantErrors;
import io.tenantry.token.http.TokenError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** PKCE (RFC 7636): who exchanges a code is who asked for it. */
public final class CodeVerifier {
    public static final String S256 = "S256";
    public static final String PLAIN = "plain";

    private CodeVerifier() {}

    /** Throws {@link TokenError} 50148 where there was a challenge. */
    public static void requireNone(AuthorizationCodes.Request request) {
        if (request.challenge() != null) {
            throw GrantErrors.verifierMissing();
        }
    }

    /**
     * A verifier without a challenge is refused too: somebody took the challenge out of the request (RFC 9700 §2.1.1).
     *
     * @throws TokenError 501481
     */
    public static void require(AuthorizationCodes.Request request, String presented) {
        if (request.challenge() == null) {
            throw GrantErrors.wrongVerifier();
        }
        String challenge = PLAIN.equals(request.method()) ? presented : hash(presented);
        if (!MessageDigest.isEqual(bytes(challenge), bytes(request.challenge()))) {
            throw GrantErrors.wrongVerifier();
        }
    }

    private static String hash(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(verifier));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
