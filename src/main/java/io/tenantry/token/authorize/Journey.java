package io.tenantry.token.authorize;

import io.tenantry.store.Tenant;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.scope.RequestedScopes;
import java.util.Optional;
import java.util.Set;

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
    boolean asks(Prompt prompt) {
        return prompts.contains(prompt);
    }

    String clientId() {
        return client.appId();
    }
}
