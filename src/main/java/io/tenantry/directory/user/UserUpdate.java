package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.directory.object.MailAddresses;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.directory.object.Uniqueness;
import io.tenantry.directory.organization.Domains;
import io.tenantry.directory.role.PrivilegedUsers;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code PATCH /users/{id}} (directory.md §4.4). */
final class UserUpdate {
    private static final Set<String> OF_THEIR_OWN =
            Set.of("passwordProfile", "mail", "identities", "userPrincipalName");

    private UserUpdate() {}

    static void update(GraphCall call, Entity user, ObjectNode body) {
        Session session = call.session();
        UserWriteScope.require(call, user, body);
        ExtensionValues.check(session, body, "User");
        UserValues.check(body);
        PrivilegedUsers.requireRightToChange(call, user, names(body));
        SignedInUsers.store(call, user);
        ObjectNode before = user.properties().deepCopy();
        apply(call, user, body);
        UserReferences.addSponsors(call, user, body);
        if (before.equals(user.properties())) {
            return;
        }
        Uniqueness.requireFreeAddresses(session, user);
        Uniqueness.guarded(() -> DirectoryObjects.update(call, user));
        AuditLog.record(session, call.now(), Actor.of(call.caller()), events(before, user, body));
    }

    private static Set<String> names(ObjectNode body) {
        return body.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static void apply(GraphCall call, Entity user, ObjectNode body) {
        ObjectNode plain = body.deepCopy();
        plain.remove(OF_THEIR_OWN);
        Merge.into(user.properties(), plain);
        rename(call.session(), user, body);
        if (body.has("mail")) {
            MailAddresses.setMail(user, body.get("mail").asText(null));
        }
        changePassword(call, user, body);
    }

    /** A name may come by itself or as the identity that stands for it, with the same checks. */
    private static void rename(Session session, Entity user, ObjectNode body) {
        String wanted = body.has("userPrincipalName")
                ? body.get("userPrincipalName").asText()
                : Identities.userPrincipalName(body.get("identities")).orElse(user.text("userPrincipalName"));
        if (wanted == null) {
            throw DirectoryErrors.invalidUserPrincipalName();
        }
        if (!wanted.equals(user.text("userPrincipalName"))) {
            UserPrincipalName name =
                    UserPrincipalName.parse(wanted).orElseThrow(DirectoryErrors::invalidUserPrincipalName);
            Domains.requireVerified(session, name.domain());
            Uniqueness.requireFreeName(session, wanted, user.id());
            user.set("userPrincipalName", wanted);
        }
        if (body.has("identities")) {
            Identities.check(session, body.get("identities"), user.id());
        }
        Identities.set(
                user,
                body.has("identities") ? body.get("identities") : user.get("identities"),
                session.tenant().initialDomain());
    }

    private static void changePassword(GraphCall call, Entity user, ObjectNode body) {
        String password = UserCreation.password(body);
        if (password != null && !PasswordRule.allows(password, localPart(user), user.text("passwordPolicies"))) {
            throw DirectoryErrors.weakPassword();
        }
        UserPasswords.set(user, body.get("passwordProfile"), call.now());
    }

    static String localPart(Entity user) {
        String name = user.text("userPrincipalName");
        return name.substring(0, name.indexOf('@'));
    }

    /** directory.md §16: flips of accountEnabled and passwords have activities of their own beside the update. */
    private static List<AuditEvent> events(ObjectNode before, Entity user, ObjectNode body) {
        List<AuditEvent> events = new ArrayList<>();
        events.add(ObjectAudit.updated("Update user", "UserManagement", before, user));
        boolean was = before.path("accountEnabled").asBoolean();
        if (was != user.flag("accountEnabled")) {
            String activity = was ? "Disable account" : "Enable account";
            events.add(ObjectAudit.updated(activity, "UserManagement", before, user));
        }
        if (UserCreation.password(body) != null) {
            events.add(ObjectAudit.plain("Reset password", "UserManagement", "Update", user));
        } else if (body.hasNonNull("passwordProfile")) {
            events.add(ObjectAudit.plain("Set force change user password", "UserManagement", "Update", user));
        }
        return events;
    }
}
