package io.tenantry.token.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealedTextsTest {
    @Inject
    SealedTexts seals;

    @Test
    void whatWasClosedIsOpenedForTheSamePurposeOnly() {
        String closed = seals.close("code", "Grüße");

        assertEquals(Optional.of("Grüße"), seals.open("code", closed));
        assertEquals(Optional.empty(), seals.open("refresh token", closed));
        assertFalse(
                bytes(Base64.getUrlDecoder().decode(closed)).contains(bytes("Grüße".getBytes(StandardCharsets.UTF_8))));
        assertNotEquals(closed, seals.close("code", "Grüße"));
    }

    /** A character for each. */
    private static String bytes(byte[] all) {
        return new String(all, StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatWasChangedOrMadeElsewhereIsNotOpened() {
        String closed = seals.close("code", "text");
        for (int i = 0; i < closed.length(); i++) {
            char other = closed.charAt(i) == 'A' ? 'Q' : 'A';
            String changed = closed.substring(0, i) + other + closed.substring(i + 1);
            assertEquals(Optional.empty(), seals.open("code", changed), "changed at " + i);
        }
        assertEquals(Optional.empty(), seals.open("code", "not base64!"));
        assertEquals(Optional.empty(), seals.open("code", "A".repeat(10_000)));
    }

    @Test
    void aTextOfAnyLengthMayBeShown() {
        for (int length = 0; length < 100; length++) {
            assertEquals(Optional.empty(), seals.open("code", "A".repeat(length)), length + " characters");
        }
    }
}
