package io.tenantry.token.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.token.http.AuthorizeErrors;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.key.SealedTexts;
import io.tenantry.token.signin.Account;
import io.tenantry.token.signin.Accounts;
import io.tenantry.token.user.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
        return seals.close(
                PURPOSE + stage,
                Json.write(Json.object()
                        .put("s", sessionId)
                        .put("h", signIn.account().home().id())
                        .put("u", signIn.account().user().id())
                        .put("a", signIn.at().toEpochMilli())
                        .put("g", signIn.generation())
                        .put("m", signIn.passwordMark())
                        .put("e", clock.instant().getEpochSecond() + GOOD_FOR_SECONDS)));
    }

    /** @param sessionId of the browser's session, empty where there is none yet */
    record Ticket(String sessionId, SignIn signIn) {}

    /** Empty where none was sent. Throws {@link TokenError} where it is no longer good. */
    Optional<Ticket> read(String stage, Parameters parameters) {
        return parameters.posted("ticket").map(text -> seals.open(PURPOSE + stage, text)
                .map(Json::parse)
                .filter(json -> clock.instant().getEpochSecond() < json.get("e").asLong())
                .flatMap(this::ticket)
                .orElseThrow(AuthorizeErrors::stale));
    }

    private Optional<Ticket> ticket(JsonNode json) {
        Optional<Account> account =
                accounts.find(json.get("h").asText(), json.get("u").asText());
        return account.map(found -> new Ticket(
                json.get("s").asText(),
                new SignIn(
                        found,
                        Instant.ofEpochMilli(json.get("a").asLong()),
                        json.get("g").asText(),
                        json.get("m").asText())));
    }
}
