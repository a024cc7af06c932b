package io.tenantry.token.user;

import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.client.ClientApplication.Platform;
import io.tenantry.token.issue.ActingClient;

/**
 * The client that asks for a user's token.
 *
 * @param acr how it proved who it is: 0 not at all, 1 by a secret, 2 by an assertion
 * @param platform by which its refresh tokens are renewed
 */
public record ClientProof(ClientApplication client, String acr, Platform platform) {
    ActingClient acting() {
        return new ActingClient(client.appId(), client.displayName(), client.principalId(), acr);
    }
}
