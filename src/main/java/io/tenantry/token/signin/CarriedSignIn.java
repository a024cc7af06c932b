package io.tenantry.token.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.time.Instant;

/**
 * A sign-in as codes, tokens, sessions and forms carry it, closed. {@link Accounts#resume} makes a {@link SignIn} of it.
 *
 * @param session that the sign-in began: {@code sid}
 * @param at when the user signed in, in virtual time
 * @param generation which revocation of the user's sign-ins was the last then
 * @param passwordMark tells the password that was used from later ones
 */
public record CarriedSignIn(
        String homeTenantId, String userId, String session, Instant at, String generation, String passwordMark) {

    public ObjectNode toJson() {
        return Json.object()
                .put("home", homeTenantId)
                .put("user", userId)
                .put("session", session)
                .put("at", at.toEpochMilli())
                .put("generation", generation)
                .put("mark", passwordMark);
    }

    public static CarriedSignIn of(JsonNode json) {
        return new CarriedSignIn(
                json.get("home").asText(),
                json.get("user").asText(),
                json.path("session").asText(null),
                Instant.ofEpochMilli(json.get("at").asLong()),
                json.get("generation").asText(),
                json.get("mark").asText());
    }
}
