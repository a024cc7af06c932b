package io.tenantry.token.authorize;

import io.tenantry.store.Tenant;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.session.BrowserSession;
import io.tenantry.token.signin.SignIn;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a user signs in for.
 *
 * @param tenant that is signed in to; empty for the user's own
 * @param client as the tenant knows it, or the one where it is registered
 * @param hint name of the user that the client expects, empty for none
 * @param action where the forms of its pages go
 */
public record Journey(
        TokenCall call,
        Parameters parameters,
        Optional<Tenant> tenant,
        ClientApplication client,
        RequestedScopes scopes,
        Set<Prompt> prompts,
        String hint,
        String action) {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    boolean asks(Prompt prompt) {
        return prompts.contains(prompt);
    }

    /** Whether it is the session that the client names: by its user, or by the claim {@code sid} of a token that came of it. */
    boolean means(BrowserSession session) {
        return (hint.isEmpty() || session.isOf(hint))
                && parameters.value("sid").map(session.id()::equals).orElse(true);
    }

    /** Whether a sign-in is recent enough for the client: {@code max_age} says how many seconds it may be past. */
    boolean takes(SignIn signIn, Instant now) {
        return parameters
                .value("max_age")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(Long::parseLong)
                .map(seconds -> !signIn.at().plusSeconds(seconds).isBefore(now))
                .orElse(true);
    }

    String clientId() {
        return client.appId();
    }
}
