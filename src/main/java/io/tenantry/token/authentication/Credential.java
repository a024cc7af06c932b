package io.tenantry.token.authentication;

import io.tenantry.token.client.KnownClient;
import java.time.Instant;

/** What a client says of itself. */
public interface Credential {
    /** As sent. */
    String clientId();

    /** How it proves who the client is, as tokens tell it ({@code appidacr}, {@code azpacr}): 0 not at all, 1 by a secret, 2 by an assertion. */
    String acr();

    /** Throws {@link io.tenantry.token.http.TokenError} unless it proves that it is this client's. */
    void check(KnownClient client, Instant now);
}
