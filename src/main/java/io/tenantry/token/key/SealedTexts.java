package io.tenantry.token.key;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Texts that a client carries for this server and cannot read or change: codes, refresh tokens, sessions. Each is closed for one purpose
 * (AES-256-GCM under a key made of the signing key), so that none passes for another.
 */
@Singleton
public class SealedTexts {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** The JDK does not refuse less, it fails. */
    private static final int SHORTEST = NONCE_BYTES + TAG_BITS / Byte.SIZE;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningKey signing;
    private volatile SecretKey key;

    SealedTexts(SigningKey signing) {
        this.signing = signing;
    }

    /** Base64url without padding. */
    public String close(String purpose, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty for what this server did not close for the same purpose. */
    public Optional<String> open(String purpose, String closed) {
        try {
            ByteBuffer both = ByteBuffer.wrap(Base64.getUrlDecoder().decode(closed));
            if (both.remaining() < SHORTEST) {
                return Optional.empty();
            }
            byte[] nonce = new byte[NONCE_BYTES];
            both.get(nonce);
            byte[] text = new byte[both.remaining()];
            both.get(text);
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(text), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty(); // not ours, or changed on the way
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key() throws GeneralSecurityException {
        if (key == null) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("tenantry sealed texts".getBytes(StandardCharsets.UTF_8));
            key = new SecretKeySpec(digest.digest(signing.identity().key().getEncoded()), "AES");
        }
        return key;
    }
}
