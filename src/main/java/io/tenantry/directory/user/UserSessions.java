package io.tenantry.directory.user;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Since when a user's tokens count: earlier ones were revoked. */
final class UserSessions {
    private UserSessions() {}

    /** Ends every sign-in, also those of the same moment. */
    static void revoke(Entity user, Instant now) {
        validFrom(user, now);
        user.set(HiddenProperties.SIGN_INS, Ids.random());
    }

    /** Under the name of v1.0, and under that of beta. */
    static void validFrom(Entity user, Instant since) {
        Instant second = since.truncatedTo(ChronoUnit.SECONDS);
        user.set("signInSessionsValidFromDateTime", second);
        user.set("refreshTokensValidFromDateTime", second);
    }
}
