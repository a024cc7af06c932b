package io.tenantry.token.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * A client secret as it is kept: salted and hashed. Secrets are long and random, and the token endpoint must be cheap (clients.md
 * §2.5), so one round of SHA-256 is what they get.
 *
 * @param keyId of the password credential, empty for none
 * @param salt base64
 * @param hash base64
 * @param startDateTime null: good from the beginning
 * @param endDateTime null: never expires
 */
record ClientSecret(String keyId, String salt, String hash, Instant startDateTime, Instant endDateTime) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static ClientSecret of(String keyId, String plain, Instant startDateTime, Instant endDateTime) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder();
        return new ClientSecret(
                Ids.canonical(keyId),
                encoder.encodeToString(salt),
                encoder.encodeToString(hash(salt, plain)),
                startDateTime,
                endDateTime);
    }

    static ClientSecret of(JsonNode stored) {
        String[] parts = stored.get("hash").asText().split(":");
        return new ClientSecret(
                stored.path("keyId").asText(),
                parts[0],
                parts[1],
                instant(stored.get("startDateTime")),
                instant(stored.get("endDateTime")));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("keyId", keyId).put("hash", salt + ":" + hash);
        if (startDateTime != null) {
            json.put("startDateTime", Json.instant(startDateTime));
        }
        if (endDateTime != null) {
            json.put("endDateTime", Json.instant(endDateTime));
        }
        return json;
    }

    /** Takes the same time wherever the difference is. */
    boolean matches(String plain) {
        byte[] given = hash(Base64.getDecoder().decode(salt), plain);
        return MessageDigest.isEqual(given, Base64.getDecoder().decode(hash));
    }

    boolean begun(Instant now) {
        return startDateTime == null || !now.isBefore(startDateTime);
    }

    boolean expired(Instant now) {
        return endDateTime != null && !now.isBefore(endDateTime);
    }

    private static Instant instant(JsonNode stored) {
        return stored == null ? null : Instant.parse(stored.asText());
    }

    private static byte[] hash(byte[] salt, String plain) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
