package io.tenantry.directory.user;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.store.Entity;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords and client secrets at rest: derived with a salt, never kept as they are. */
public final class Passwords {
    /** Few rounds: these are passwords of made-up people, and a scenario may set thousands of them at start. */
    private static final int ROUNDS = 1000;

    private static final int SALT = 16;
    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** {@code rounds$salt$key}, both base64. */
    public static String hash(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return ROUNDS + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(derive(password, salt, ROUNDS));
    }

    public static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$");
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] derived = derive(password, base64.decode(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(derived, base64.decode(parts[2]));
    }

    /** Whether this is the user's password; false for a user that has none. */
    public static boolean isOf(Entity user, String password) {
        String hash = user.text(HiddenProperties.PASSWORD);
        return hash != null && matches(password, hash);
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime derives keys", e);
        }
    }
}
