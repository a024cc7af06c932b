package io.tenantry.directory.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.guest.InvitedUsers;
import io.tenantry.directory.object.MailAddresses;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.directory.user.UserDefaults;
import io.tenantry.directory.user.UserPasswords;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.time.Instant;

/** Completes a user of a scenario file. */
final class SeededUser {
    private SeededUser() {}

    static void complete(Entity user, ObjectNode given, String initialDomain, Instant now) {
        String name = user.text("userPrincipalName");
        String localPart = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
        setDefault(user, "displayName", localPart);
        setDefault(user, "mailNickname", localPart);
        if (user.get("accountEnabled") == null) {
            user.set("accountEnabled", true);
        }
        UserDefaults.complete(user, now);
        if (given.hasNonNull("mail") && !given.hasNonNull("proxyAddresses")) {
            MailAddresses.setMail(user, given.get("mail").asText());
        }
        if (!given.hasNonNull("identities")) {
            ExternalUser.setIdentities(
                    user, initialDomain, InvitedUsers.ACCEPTED.equals(user.text("externalUserState")));
        }
        password(user, given, now);
    }

    /** Who has one signs in with it, and is not made to change it unless the file says so. */
    private static void password(Entity user, ObjectNode given, Instant now) {
        ObjectNode profile = Json.object().put("forceChangePasswordNextSignIn", false);
        if (given.get("passwordProfile") instanceof ObjectNode written) {
            profile.setAll(written);
        }
        if (given.hasNonNull("password")) {
            profile.set("password", given.get("password"));
        }
        if (profile.has("password") || given.hasNonNull("passwordProfile")) {
            user.properties().remove("password");
            user.set("passwordProfile", (String) null);
            UserPasswords.set(user, profile, now);
        }
    }

    private static void setDefault(Entity user, String property, String value) {
        if (user.get(property) == null) {
            user.set(property, value);
        }
    }
}
