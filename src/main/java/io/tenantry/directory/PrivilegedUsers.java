package io.tenantry.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.resource.Caller;
import io.tenantry.resource.GraphCall;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import java.util.HashSet;
import java.util.Set;

/**
 * Sensitive actions on users who hold an administrator role need a caller with a higher one (directory.md §4.4). An application may do
 * them if it could grant itself such a role.
 */
final class PrivilegedUsers {
    private static final Set<String> SENSITIVE = Set.of(
            "accountEnabled",
            "userPrincipalName",
            "passwordProfile",
            "businessPhones",
            "mobilePhone",
            "otherMails",
            "onPremisesImmutableId");

    private static final Set<String> FOR_EVERYBODY =
            Set.of(Roles.GLOBAL_ADMINISTRATOR, Roles.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR);

    /** Roles whose holders a User Administrator may change. */
    private static final Set<String> LIMITED = Set.of(
            Roles.USER_ADMINISTRATOR,
            Roles.DIRECTORY_READERS,
            Roles.GUEST_INVITER,
            Roles.GROUPS_ADMINISTRATOR,
            Roles.HELPDESK_ADMINISTRATOR,
            Roles.PASSWORD_ADMINISTRATOR,
            Roles.REPORTS_READER);

    private PrivilegedUsers() {}

    static void requireRightToChange(GraphCall call, Entity user, ObjectNode body) {
        Set<String> touched = new HashSet<>(SENSITIVE);
        touched.removeIf(name -> !body.has(name));
        if (!touched.isEmpty()) {
            requireRight(call, user);
        }
    }

    /** Delete, restore, revoke sessions: as sensitive as those properties. */
    static void requireRight(GraphCall call, Entity user) {
        Set<String> held = Roles.heldBy(call.session(), user.id());
        if (!held.isEmpty() && !allowed(call.caller(), held)) {
            throw GraphError.denied();
        }
    }

    private static boolean allowed(Caller caller, Set<String> held) {
        boolean higher = caller.roles().stream().anyMatch(FOR_EVERYBODY::contains)
                || (caller.roles().contains(Roles.USER_ADMINISTRATOR) && LIMITED.containsAll(held));
        return caller.delegated()
                ? higher && caller.permissions().contains("Directory.AccessAsUser.All")
                : higher || caller.permissions().contains("RoleManagement.ReadWrite.Directory");
    }
}
