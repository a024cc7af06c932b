package io.tenantry.store;

import io.tenantry.store.failure.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes texts that a copy of the database alone must not tell: AES-256-GCM under a key that is kept elsewhere. What was written before
 * there was a key, or without one, is read as it is.
 */
final class Seal {
    private static final String MARK = "sealed:";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Null where there is none. */
    private final SecretKey key;

    private final String place;

    private Seal(byte[] key, String place) {
        this.key = key == null ? null : new SecretKeySpec(key, "AES");
        this.place = place;
    }

    /** Leaves every text as it is. */
    static Seal none() {
        return new Seal(null, "");
    }

    /** For a store that goes with the process. */
    static Seal passing() {
        return new Seal(random(KEY_BYTES), "");
    }

    /** By words that every server of a shared database was given. */
    static Seal of(String words) {
        try {
            byte[] key = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return new Seal(key, "tenantry.seal-key");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the key in a file, which is made where there is none. Throws {@link StoreException} where it holds no key. */
    static Seal in(Path file) throws IOException {
        if (Files.notExists(file)) {
            PrivateFiles.file(file);
            Files.writeString(file, Base64.getEncoder().encodeToString(random(KEY_BYTES)) + "\n");
        }
        return new Seal(key(file), file.toString());
    }

    private static byte[] key(Path file) throws IOException {
        try {
            byte[] key = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw noKey(file, e);
        }
        throw noKey(file, null);
    }

    private static StoreException noKey(Path file, Exception e) {
        return new StoreException("the key file " + file + " is damaged: it does not hold a key", e);
    }

    String close(String plain) {
        if (key == null) {
            return plain;
        }
        byte[] nonce = random(NONCE_BYTES);
        byte[] closed = crypt(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(nonce.length + closed.length)
                .put(nonce)
                .put(closed)
                .array();
        return MARK + Base64.getEncoder().encodeToString(both);
    }

    /** Throws {@link StoreException} where the text was closed under another key. */
    String open(String stored) {
        if (stored == null || !stored.startsWith(MARK)) {
            return stored;
        }
        if (key == null) {
            throw new StoreException("the store is sealed and tenantry.seal-key is not set", null);
        }
        byte[] both = Base64.getDecoder().decode(stored.substring(MARK.length()));
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] closed = new byte[both.length - NONCE_BYTES];
        ByteBuffer.wrap(both).get(nonce).get(closed);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, closed), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (AEADBadTagException e) {
            throw new StoreException("the key " + place + " is not the one that the store was sealed with", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
