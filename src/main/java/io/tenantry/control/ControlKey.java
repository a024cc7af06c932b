package io.tenantry.control;

import static jakarta.interceptor.Interceptor.Priority.PLATFORM_BEFORE;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The key that opens the control API to other machines, where one is set. A key that somebody else could know or guess is refused. */
@Singleton
public class ControlKey {
    public static final String HEADER = "X-Tenantry-Key";

    private static final int SHORTEST = 16;
    private static final int FEWEST_CHARACTERS = 8;
    /** Letters of what stands for a key in instructions, and in samples of earlier versions. */
    private static final List<String> SAMPLES = List.of(
            "demokey",
            "changeme",
            "changeit",
            "changethis",
            "replaceme",
            "replacethis",
            "placeholder",
            "example",
            "sample",
            "password",
            "yourkey",
            "yourown",
            "yoursecret",
            "controlkey",
            "secretkey",
            "tenantry");

    private final Optional<byte[]> key;

    ControlKey(ControlConfig config) {
        this.key = config.key().map(ControlKey::checked).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** So that a key that will not do ends the start, before anything is opened. */
    void started(@Observes @Priority(PLATFORM_BEFORE) StartupEvent started) {}

    boolean isSet() {
        return key.isPresent();
    }

    byte[] bytes() {
        return key.orElseThrow();
    }

    /** Takes as long for a key that is nearly right as for any other. */
    boolean opensWith(String given) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), bytes());
    }

    static String checked(String key) {
        String letters = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (SAMPLES.stream().anyMatch(letters::contains)) {
            throw new UnusableKey(
                    "tenantry.control.key is a sample that anybody can know; openssl rand -hex 16 makes a key of your own");
        }
        if (key.length() < SHORTEST || key.chars().distinct().count() < FEWEST_CHARACTERS) {
            throw new UnusableKey("tenantry.control.key needs " + SHORTEST + " characters or more, " + FEWEST_CHARACTERS
                    + " of them different; openssl rand -hex 16 makes one");
        }
        return key;
    }
}
