package io.tenantry.token.client;

import io.tenantry.directory.application.AppRoleAssignments;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenError;

/** An application may be only for those who were assigned to it, whether they sign in to it or a client calls it for them. */
public final class Assigned {
    private Assigned() {}

    /**
     * Throws {@link TokenError} 50105.
     *
     * @param principal of the application; null where the tenant has none
     */
    public static void require(Session session, Entity user, Entity principal) {
        if (principal != null
                && principal.flag("appRoleAssignmentRequired")
                && AppRoleAssignments.heldBy(session, user, principal).isEmpty()) {
            throw SignInErrors.notAssigned(principal.text("appId"), principal.text("displayName"));
        }
    }
}
