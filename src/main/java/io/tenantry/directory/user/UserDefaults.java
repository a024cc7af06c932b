package io.tenantry.directory.user;

import io.tenantry.directory.object.SecurityIdentifier;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What every user has from its first moment on (directory.md §4.1); users hold whole seconds. */
public final class UserDefaults {
    private UserDefaults() {}

    public static void complete(Entity user, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        if (user.get("userType") == null) {
            user.set("userType", "Member");
        }
        if (user.get("createdDateTime") == null) {
            user.set("createdDateTime", second);
        }
        Instant created = user.instant("createdDateTime");
        user.set("securityIdentifier", SecurityIdentifier.of(user.id()));
        UserSessions.validFrom(user, created);
    }
}
