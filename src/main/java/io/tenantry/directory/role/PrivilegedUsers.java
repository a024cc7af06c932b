package io.tenantry.directory.role;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;
import java.util.Set;

/**
 * Sensitive actions on users who hold an administrator role need a caller with a higher one (directory.md §4.4). An application may do
 * them if it could grant itself such a role.
 */
public final class PrivilegedUsers {
    private static final Set<String> SENSITIVE = Set.of(
            "accountEnabled",
            "userPrincipalName",
            "passwordProfile",
            "businessPhones",
            "mobilePhone",
            "otherMails",
            "onPremisesImmutableId",
            "identities",
            "authorizationInfo",
            HiddenProperties.PASSWORD);

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

    /** @param names of the properties that are written */
    public static void requireRightToChange(GraphCall call, Entity user, Set<String> names) {
        if (names.stream().anyMatch(SENSITIVE::contains)) {
            requireRight(call, user);
        }
    }

    /** Delete, restore, revoke sessions: as sensitive as those properties. Everybody is as high as oneself. */
    public static void requireRight(GraphCall call, Entity user) {
        Set<String> held = Roles.assignedTo(call.session(), user.id());
        boolean near = RoleAssignableGroups.hold(call.session(), user.id());
        if (!self(call, user) && (near || !held.isEmpty()) && !allowed(call.caller(), held, near)) {
            throw GraphError.denied();
        }
    }

    /** How a user signs in: for holders of roles a matter of Privileged Authentication Administrators, and of applications that may. */
    public static void requireRightToAuthentication(GraphCall call, Entity user) {
        Caller caller = call.caller();
        boolean higher = !caller.delegated() || caller.roles().stream().anyMatch(FOR_EVERYBODY::contains);
        if (!higher && !self(call, user) && includes(call, user)) {
            throw GraphError.denied();
        }
    }

    public static boolean includes(GraphCall call, Entity user) {
        return RoleAssignableGroups.hold(call.session(), user.id())
                || !Roles.assignedTo(call.session(), user.id()).isEmpty();
    }

    private static boolean self(GraphCall call, Entity user) {
        return call.caller()
                .user()
                .filter(caller -> caller.id().equals(user.id()))
                .isPresent();
    }

    /** @param near member or owner of a group that can hold roles: who is one may get any role at any time */
    private static boolean allowed(Caller caller, Set<String> held, boolean near) {
        boolean limited = !near && LIMITED.containsAll(held);
        boolean higher = caller.roles().stream().anyMatch(FOR_EVERYBODY::contains)
                || (caller.roles().contains(Roles.USER_ADMINISTRATOR) && limited);
        return caller.delegated()
                ? higher && caller.permissions().contains("Directory.AccessAsUser.All")
                : higher || caller.permissions().contains(RoleAdministrators.PERMISSION);
    }
}
