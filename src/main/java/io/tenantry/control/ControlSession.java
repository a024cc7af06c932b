package io.tenantry.control;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a browser keeps once somebody has given it the key: a value that follows from the key and does not tell it. */
@Singleton
public class ControlSession {
    /** Name of the cookie. */
    public static final String COOKIE = "tenantry-control";

    /** Where a browser is led that has not been given the key. */
    public static final String ASKED_AT = "/_tenantry/console/key";

    private static final byte[] MEANING = "a browser that was given the key".getBytes(StandardCharsets.UTF_8);

    private final ControlKey key;

    ControlSession(ControlKey key) {
        this.key = key;
    }

    /** Whether anybody has to give a key. */
    public boolean isNeeded() {
        return key.isSet();
    }

    /** The value for the cookie; empty for what is not the key. */
    public Optional<String> openedWith(String given) {
        return key.opensWith(given) ? Optional.of(value()) : Optional.empty();
    }

    boolean opensWith(String cookie) {
        return cookie != null
                && MessageDigest.isEqual(
                        cookie.getBytes(StandardCharsets.UTF_8), value().getBytes(StandardCharsets.UTF_8));
    }

    private String value() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(MEANING));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
