package io.tenantry.token.issue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.token.client.ClientApplication.Platform;
import io.tenantry.token.key.SealedTexts;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Refresh tokens: what a client presents to renew a sign-in. All that counts stands in the token, closed; the store keeps none
 * (token-service.md §11.1: the old one stays good, reuse is not detected).
 */
@Singleton
public class RefreshTokens {
    /** Without use. */
    public static final Duration INACTIVE = Duration.ofDays(90);
    /** From the sign-in on, of single-page applications. */
    public static final Duration SINGLE_PAGE = Duration.ofHours(24);

    private static final String PURPOSE = "refresh token";
    private static final String PREFIX = "1.";

    private final SealedTexts seals;

    RefreshTokens(SealedTexts seals) {
        this.seals = seals;
    }

    /**
     * @param tenantId that was signed in to
     * @param homeTenantId of the user
     * @param scope that was granted, in the form of a request
     * @param platform of the client by which it is renewed
     * @param signedIn when the user did
     * @param generation which revocation of the user's sign-ins was the last then
     * @param passwordMark tells the password that was used from later ones
     */
    public record RefreshToken(
            String tenantId,
            String homeTenantId,
            String userId,
            String clientId,
            String scope,
            Platform platform,
            Instant signedIn,
            Instant issued,
            String generation,
            String passwordMark) {}

    public String text(RefreshToken token) {
        ObjectNode json = Json.object()
                .put("t", token.tenantId())
                .put("h", token.homeTenantId())
                .put("u", token.userId())
                .put("c", token.clientId())
                .put("s", token.scope())
                .put("p", token.platform().name())
                .put("a", token.signedIn().toEpochMilli())
                .put("i", token.issued().toEpochMilli())
                .put("g", token.generation())
                .put("m", token.passwordMark());
        return PREFIX + seals.close(PURPOSE, Json.write(json));
    }

    /** Empty for what is none of this server's. */
    public Optional<RefreshToken> read(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return seals.open(PURPOSE, text.substring(PREFIX.length()))
                .map(Json::parseObject)
                .map(RefreshTokens::of);
    }

    private static RefreshToken of(JsonNode json) {
        return new RefreshToken(
                json.get("t").asText(),
                json.get("h").asText(),
                json.get("u").asText(),
                json.get("c").asText(),
                json.get("s").asText(),
                Platform.valueOf(json.get("p").asText()),
                Instant.ofEpochMilli(json.get("a").asLong()),
                Instant.ofEpochMilli(json.get("i").asLong()),
                json.get("g").asText(),
                json.get("m").asText());
    }
}
