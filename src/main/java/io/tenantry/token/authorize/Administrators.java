package io.tenantry.token.authorize;

import io.tenantry.directory.role.Roles;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Collections;
import java.util.Set;

/** Who may consent for a whole tenant (permissions-consent-overview). */
final class Administrators {
    private Administrators() {}

    /** To delegated permissions. */
    static boolean mayConsent(Session session, Entity user) {
        return holdsOne(session, user, Roles.CONSENT_DELEGATED);
    }

    /** To application permissions too, also those of Microsoft Graph. */
    static boolean mayConsentToAll(Session session, Entity user) {
        return holdsOne(session, user, Roles.CONSENT_ALL);
    }

    private static boolean holdsOne(Session session, Entity user, Set<String> roles) {
        return !Collections.disjoint(Roles.heldBy(session, user.id()), roles);
    }
}
