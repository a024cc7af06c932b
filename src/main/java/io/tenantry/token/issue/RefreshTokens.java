package io.tenantry.token.issue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.token.client.ClientApplication.Platform;
import io.tenantry.token.key.SealedTexts;
import io.tenantry.token.signin.CarriedSignIn;
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
     * @param scope that was granted, in the form of a request
     * @param platform of the client by which it is renewed
     */
    public record RefreshToken(
            String tenantId, CarriedSignIn signIn, String clientId, String scope, Platform platform, Instant issued) {}

    public String text(RefreshToken token) {
        ObjectNode json = Json.object()
                .put("tenant", token.tenantId())
                .put("client", token.clientId())
                .put("scope", token.scope())
                .put("platform", token.platform().name())
                .put("issued", token.issued().toEpochMilli());
        json.set("signIn", token.signIn().toJson());
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
                json.get("tenant").asText(),
                CarriedSignIn.of(json.get("signIn")),
                json.get("client").asText(),
                json.get("scope").asText(),
                Platform.valueOf(json.get("platform").asText()),
                Instant.ofEpochMilli(json.get("issued").asLong()));
    }
}
