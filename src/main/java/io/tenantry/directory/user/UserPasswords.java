package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.format.Json;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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

    /** Changed at the next sign-in unless the caller says otherwise. */
    private static ObjectNode flags() {
        return Json.object()
                .put("forceChangePasswordNextSignIn", true)
                .put("forceChangePasswordNextSignInWithMfa", false);
    }
}
