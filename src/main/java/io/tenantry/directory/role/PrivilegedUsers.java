package io.tenantry.directory.role;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Set<String> FOR_PASSWORD_ADMINISTRATORS =
            Set.of(Roles.DIRECTORY_READERS, Roles.GUEST_INVITER, Roles.PASSWORD_ADMINISTRATOR);

    /** Whose holders the holders of a role may change, beside users without any (Graph's pages: who can reset passwords, who can perform sensitive actions). */
    private static final Map<String, Set<String>> LIMITED = Map.of(
            Roles.PASSWORD_ADMINISTRATOR,
            FOR_PASSWORD_ADMINISTRATORS,
            Roles.HELPDESK_ADMINISTRATOR,
            with(Roles.REPORTS_READER, Roles.HELPDESK_ADMINISTRATOR),
            Roles.AUTHENTICATION_ADMINISTRATOR,
            with(Roles.REPORTS_READER, Roles.AUTHENTICATION_ADMINISTRATOR),
            Roles.USER_ADMINISTRATOR,
            with(
                    Roles.REPORTS_READER,
                    Roles.HELPDESK_ADMINISTRATOR,
                    Roles.GROUPS_ADMINISTRATOR,
                    Roles.USER_ADMINISTRATOR));

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

    private static Set<String> with(String... roles) {
        return Stream.concat(FOR_PASSWORD_ADMINISTRATORS.stream(), Stream.of(roles))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean self(GraphCall call, Entity user) {
        return call.caller()
                .user()
                .filter(caller -> caller.id().equals(user.id()))
                .isPresent();
    }

    /** @param near member or owner of a group that can hold roles: who is one may get any role at any time */
    private static boolean allowed(Caller caller, Set<String> held, boolean near) {
        boolean higher = caller.roles().stream()
                .anyMatch(role -> FOR_EVERYBODY.contains(role)
                        || !near && LIMITED.getOrDefault(role, Set.of()).containsAll(held));
        return caller.delegated()
                ? higher && caller.permissions().contains("Directory.AccessAsUser.All")
                : higher || caller.permissions().contains(RoleAdministrators.PERMISSION);
    }
}
