package io.tenantry.token.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.token.http.AuthorizeErrors;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.key.SealedTexts;
import io.tenantry.token.signin.Accounts;
import io.tenantry.token.signin.CarriedSignIn;
import io.tenantry.token.signin.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a form carries from one page to the next: who has signed in on the way. Nobody else can make one, so that no other site can
 * consent in a user's name.
 */
@ApplicationScoped
class Tickets {
    private static final String PURPOSE = "ticket ";
    private static final int GOOD_FOR_SECONDS = 15 * 60;

    private final SealedTexts seals;
    private final Accounts accounts;
    private final InstantSource clock;

    Tickets(SealedTexts seals, Accounts accounts, InstantSource clock) {
        this.seals = seals;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param stage of the journey and the client of it: a ticket is good for one */
    String issue(String stage, String sessionId, SignIn signIn) {
        ObjectNode json = Json.object()
                .put("session", sessionId)
                .put("until", clock.instant().getEpochSecond() + GOOD_FOR_SECONDS);
        json.set("signIn", signIn.carried().toJson());
        return seals.close(PURPOSE + stage, Json.write(json));
    }

    /** @param sessionId of the browser's session, empty where there is none yet */
    record Ticket(String sessionId, SignIn signIn) {}

    /** Empty where none was sent. Throws {@link TokenError} where it is no longer good. */
    Optional<Ticket> read(String stage, Parameters parameters) {
        return parameters.posted("ticket").map(text -> seals.open(PURPOSE + stage, text)
                .map(Json::parse)
                .filter(json ->
                        clock.instant().getEpochSecond() < json.get("until").asLong())
                .flatMap(this::ticket)
                .orElseThrow(AuthorizeErrors::stale));
    }

    private Optional<Ticket> ticket(JsonNode json) {
        return accounts.resume(CarriedSignIn.of(json.get("signIn")))
                .map(signIn -> new Ticket(json.get("session").asText(), signIn));
    }
}
