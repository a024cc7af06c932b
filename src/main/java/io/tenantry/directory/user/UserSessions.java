package io.tenantry.directory.user;

import io.tenantry.store.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Since when a user's tokens count: earlier ones were revoked. */
final class UserSessions {
    private UserSessions() {}

    /** Under the name of v1.0, and under that of beta. */
    static void validFrom(Entity user, Instant since) {
        Instant second = since.truncatedTo(ChronoUnit.SECONDS);
        user.set("signInSessionsValidFromDateTime", second);
        user.set("refreshTokensValidFromDateTime", second);
    }
}
