package io.tenantry.token.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.code.SpentCodes;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.key.SealedTexts;
import io.tenantry.token.signin.Account;
import io.tenantry.token.signin.Accounts;
import io.tenantry.token.signin.CarriedSignIn;
import io.tenantry.token.signin.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sessions of a browser, which it carries in one cookie, closed; the store knows those that were ended before their time. */
@ApplicationScoped
public class BrowserSessions {
    private static final String NAME = "ESTSAUTH";
    private static final String PURPOSE = "browser sessions";
    /** What a cookie has room for. */
    private static final int MOST = 5;

    private final SealedTexts seals;
    private final Accounts accounts;
    private final Store store;
    private final InstantSource clock;

    BrowserSessions(SealedTexts seals, Accounts accounts, Store store, InstantSource clock) {
        this.seals = seals;
        this.accounts = accounts;
        this.store = store;
        this.clock = clock;
    }

    /** Those that are still good, the newest first. */
    public List<BrowserSession> of(TokenCall call) {
        List<BrowserSession> sessions = new ArrayList<>();
        cookie(call)
                .flatMap(text -> seals.open(PURPOSE, text))
                .map(Json::parse)
                .ifPresent(stored ->
                        stored.forEach(each -> read(each).filter(this::isGood).ifPresent(sessions::add)));
        return sessions;
    }

    private static Optional<String> cookie(TokenCall call) {
        for (String header : call.headers().getAll("Cookie")) {
            for (String pair : header.split(";")) {
                String[] parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(NAME)) {
                    return Optional.of(parts[1]);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<BrowserSession> read(JsonNode json) {
        Set<String> clients = new LinkedHashSet<>();
        json.get("c").forEach(client -> clients.add(client.asText()));
        return accounts.resume(CarriedSignIn.of(json.get("signIn")))
                .map(signIn -> new BrowserSession(json.get("id").asText(), signIn, clients));
    }

    private boolean isGood(BrowserSession session) {
        SignIn signIn = session.signIn();
        Account account = signIn.account();
        return account.user().flag("accountEnabled")
                && !session.isOver(clock.instant())
                && !signIn.isRevoked()
                && !signIn.isBeforeThePassword()
                && !store.read(account.home(), home -> SpentCodes.isSpent(home, session.id()));
    }

    /**
     * The value of {@code Set-Cookie} for these sessions; without any the cookie goes. Written here, since the framework's would have a
     * version, which makes some clients send it back in quotes.
     */
    public String cookie(List<BrowserSession> sessions, TokenCall call) {
        // pages of other sites may ask in a frame who is signed in, which browsers let them over TLS only
        String rules = call.baseUrl().startsWith("https:") ? "; SameSite=None; Secure" : "; SameSite=Lax";
        String value = sessions.isEmpty() ? "; Max-Age=0" : seals.close(PURPOSE, Json.write(json(sessions)));
        return NAME + "=" + value + "; Path=/; HttpOnly" + rules;
    }

    private static ArrayNode json(List<BrowserSession> sessions) {
        ArrayNode json = Json.array();
        sessions.stream().limit(MOST).forEach(session -> {
            ObjectNode each = json.addObject().put("id", session.id());
            each.set("signIn", session.signIn().carried().toJson());
            each.set("c", Json.array(session.clients()));
        });
        return json;
    }

    /** Also for who has a copy of the cookie. */
    public void end(BrowserSession session) {
        Instant now = clock.instant();
        Tenant home = session.signIn().account().home();
        store.write(
                home,
                there -> SpentCodes.spend(
                        there, session.id(), session.signIn().at().plus(BrowserSession.LIFETIME), now));
    }
}
