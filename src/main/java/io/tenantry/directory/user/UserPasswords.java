package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The password profile of a user: the password goes in and never comes out (directory.md §3.2). */
public final class UserPasswords {
    private UserPasswords() {}

    /** Merges a profile as a body holds it. */
    public static void set(Entity user, JsonNode profile, Instant now) {
        if (profile == null || profile.isNull()) {
            return;
        }
        ObjectNode kept = user.get("passwordProfile") instanceof ObjectNode there ? there : flags();
        Merge.into(kept, (ObjectNode) profile);
        JsonNode password = kept.remove("password");
        user.set("passwordProfile", kept);
        if (password != null && !password.isNull()) {
            set(user, password.asText(), now);
        }
    }

    public static void set(Entity user, String password, Instant now) {
        user.set(HiddenProperties.PASSWORD, Passwords.hash(password));
        user.set("lastPasswordChangeDateTime", now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** A user who had to changes its password on the way in; false where the new one is not strong enough, or the old one again. */
    public static boolean renew(Session session, String userId, String password, Instant now) {
        Entity user = session.find("user", userId).orElseThrow(() -> GraphError.notFound(userId));
        boolean strong = PasswordRule.allows(password, UserUpdate.localPart(user), user.text("passwordPolicies"));
        if (!strong || Passwords.isOf(user, password)) {
            return false;
        }
        ObjectNode profile = Json.object().put("password", password).put("forceChangePasswordNextSignIn", false);
        set(user, profile, now);
        DirectoryObjects.update(session, user);
        AuditLog.record(
                session,
                now,
                Actor.of(user),
                List.of(ObjectAudit.plain("Change user password", "UserManagement", "Update", user)));
        return true;
    }

    /** Changed at the next sign-in unless the caller says otherwise. */
    private static ObjectNode flags() {
        return Json.object()
                .put("forceChangePasswordNextSignIn", true)
                .put("forceChangePasswordNextSignInWithMfa", false);
    }
}
