package io.tenantry.directory.user;

import io.tenantry.directory.organization.Domains;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a user has to choose another password, as the domain of its name has it (directory.md §12). */
public final class PasswordExpiry {
    private static final int DAYS_OF_NOTICE = 14;
    private static final String LASTING = "DisablePasswordExpiration";

    private PasswordExpiry() {}

    /** Where it is so near that users are told. A domain that says nothing lets passwords last. */
    public static Optional<Instant> near(Session session, Entity user, Instant now) {
        Instant changed = user.instant("lastPasswordChangeDateTime");
        String name = user.text("userPrincipalName");
        if (changed == null
                || user.properties().path("passwordPolicies").asText("").contains(LASTING)) {
            return Optional.empty();
        }
        return Domains.find(session, name.substring(name.lastIndexOf('@') + 1))
                .filter(domain -> domain.get("passwordValidityPeriodInDays") != null)
                .flatMap(domain -> {
                    Instant end = changed.plus(days(domain, "passwordValidityPeriodInDays", 0));
                    Duration notice = days(domain, "passwordNotificationWindowInDays", DAYS_OF_NOTICE);
                    return Optional.of(end).filter(at -> now.isBefore(at) && !now.isBefore(at.minus(notice)));
                });
    }

    private static Duration days(Entity domain, String property, int unsaid) {
        return Duration.ofDays(domain.properties().path(property).asInt(unsaid));
    }
}
