package io.tenantry.token.authentication;

import io.tenantry.store.Session;
import java.time.Instant;

/** What a client says of itself. */
public interface Credential {
    /** As sent. */
    String clientId();

    /** Throws {@link io.tenantry.token.http.TokenError} unless it proves that it is this client's. */
    void check(Session session, Instant now);
}
