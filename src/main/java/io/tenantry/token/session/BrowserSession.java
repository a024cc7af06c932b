package io.tenantry.token.session;

import io.tenantry.token.signin.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A user who is signed in in a browser.
 *
 * @param id that of the sign-in, {@code session_state} of what clients are told
 * @param clients appIds of the clients that it signed in to
 */
public record BrowserSession(String id, SignIn signIn, Set<String> clients) {
    /** In virtual time, from the sign-in on. */
    static final Duration LIFETIME = Duration.ofHours(24);
    /** What a cookie has room for. */
    private static final int MOST_CLIENTS = 10;

    public BrowserSession with(String clientId) {
        Set<String> all = new LinkedHashSet<>(clients);
        if (all.size() < MOST_CLIENTS) {
            all.add(clientId);
        }
        return new BrowserSession(id, signIn, all);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(signIn.at().plus(LIFETIME));
    }

    /** @param hint a user principal name, or what a token gave for one */
    public boolean isOf(String hint) {
        return signIn.account().name().equalsIgnoreCase(hint)
                || signIn.account().loginHint().equals(hint);
    }
}
