package io.tenantry.token.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Claim values that mean something to Entra alone: right in form, without a secret in them. */
final class Opaque {
    private Opaque() {}

    static String random(int bytes) {
        byte[] value = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(value);
        return base64(value);
    }

    /** A user's {@code sub}: the same in every token for one application, another one elsewhere. */
    static String pairwise(String userId, String appId) {
        return base64(sha256(userId + "/" + appId));
    }

    /** 16 hex digits that belong to a user. */
    static String puid(String userId) {
        return "1003200"
                + HexFormat.of().formatHex(sha256(userId)).substring(0, 9).toUpperCase(Locale.ROOT);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
