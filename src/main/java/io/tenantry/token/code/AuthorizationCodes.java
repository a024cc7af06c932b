package io.tenantry.token.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Session;
import io.tenantry.token.client.ClientApplication.Platform;
import io.tenantry.token.key.SealedTexts;
import io.tenantry.token.signin.CarriedSignIn;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Authorization codes: all that counts stands in the code, closed; the store knows which were used. */
@Singleton
public class AuthorizationCodes {
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String PURPOSE = "authorization code";
    private static final String PREFIX = "1.";

    private final SealedTexts seals;

    AuthorizationCodes(SealedTexts seals) {
        this.seals = seals;
    }

    /**
     * @param redirectUri as the request had it
     * @param platform for which that is registered
     * @param challenge of PKCE, null for none
     * @param method of the challenge: {@code S256} or {@code plain}
     * @param nonce for the id token, null for none
     * @param signInTime whether the id token tells when the user signed in
     */
    public record Request(
            String clientId,
            String redirectUri,
            Platform platform,
            String scope,
            String challenge,
            String method,
            String nonce,
            boolean signInTime) {}

    public record Code(String id, String tenantId, Request request, CarriedSignIn signIn, Instant issued) {
        public boolean isOver(Instant now) {
            return !now.isBefore(issued.plus(LIFETIME));
        }
    }

    public String issue(String tenantId, Request request, CarriedSignIn signIn, Instant now) {
        ObjectNode json = Json.object()
                .put("id", Ids.random())
                .put("t", tenantId)
                .put("i", now.toEpochMilli())
                .put("c", request.clientId())
                .put("r", request.redirectUri())
                .put("p", request.platform().name())
                .put("s", request.scope())
                .put("ch", request.challenge())
                .put("cm", request.method())
                .put("n", request.nonce())
                .put("w", request.signInTime());
        json.set("signIn", signIn.toJson());
        return PREFIX + seals.close(PURPOSE, Json.write(json));
    }

    /** Empty for what is none of this server's. */
    public Optional<Code> read(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return seals.open(PURPOSE, text.substring(PREFIX.length()))
                .map(Json::parseObject)
                .map(AuthorizationCodes::of);
    }

    private static Code of(JsonNode json) {
        Request request = new Request(
                json.get("c").asText(),
                json.get("r").asText(),
                Platform.valueOf(json.get("p").asText()),
                json.get("s").asText(),
                json.get("ch").textValue(),
                json.get("cm").textValue(),
                json.get("n").textValue(),
                json.path("w").asBoolean());
        return new Code(
                json.get("id").asText(),
                json.get("t").asText(),
                request,
                CarriedSignIn.of(json.get("signIn")),
                Instant.ofEpochMilli(json.get("i").asLong()));
    }

    /** False where it was exchanged before; in a transaction that writes. */
    public boolean redeem(Session session, Code code, Instant now) {
        return SpentCodes.spend(session, code.id(), code.issued().plus(LIFETIME), now);
    }
}
