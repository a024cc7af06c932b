package io.tenantry.token.grant;

import java.time.Instant;
import java.util.Optional;

/**
 * An access token for one resource, and what comes with it.
 *
 * @param resource as it was asked for
 * @param at when it was issued, in virtual time
 * @param user what comes with a token for a user
 */
public record IssuedToken(String text, String resource, Instant at, Optional<ForUser> user) {
    /**
     * @param scope as answered by v2.0 endpoints
     * @param shortScope without the resource, as answered by v1 endpoints
     * @param refreshToken null for none
     * @param idToken null for none
     * @param clientInfo null for none
     */
    public record ForUser(String scope, String shortScope, String refreshToken, String idToken, String clientInfo) {}

    static IssuedToken forApp(String text, String resource, Instant at) {
        return new IssuedToken(text, resource, at, Optional.empty());
    }
}
