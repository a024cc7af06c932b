package io.tenantry.directory.guest;

import io.tenantry.directory.role.AuthorizationPolicy;
import io.tenantry.directory.role.PrivilegedUsers;
import io.tenantry.directory.role.Roles;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;
import java.util.Set;

/** Who may invite whom: {@code authorizationPolicy.allowInvitesFrom} (directory.md §6, E36). */
final class InvitationPolicy {
    private static final Set<String> INVITERS =
            Set.of(Roles.GLOBAL_ADMINISTRATOR, Roles.USER_ADMINISTRATOR, Roles.GUEST_INVITER);
    private static final Set<String> ADMINISTRATORS = Set.of(Roles.GLOBAL_ADMINISTRATOR, Roles.USER_ADMINISTRATOR);
    private static final Set<String> RESETTERS =
            Set.of(Roles.GLOBAL_ADMINISTRATOR, Roles.USER_ADMINISTRATOR, Roles.HELPDESK_ADMINISTRATOR);
    private static final Set<String> WRITE_ALL = Set.of("User.ReadWrite.All", "Directory.ReadWrite.All");

    private InvitationPolicy() {}

    /** E36. */
    static void requireAllowed(GraphCall call) {
        String from = AuthorizationPolicy.of(call.session()).text("allowInvitesFrom");
        boolean allowed =
                switch (String.valueOf(from)) {
                    case "none" -> false;
                    case "adminsAndGuestInviters" -> holdsOne(call.caller(), INVITERS);
                    case "adminsGuestInvitersAndAllMembers" -> !guest(call) || holdsOne(call.caller(), INVITERS);
                    default -> true;
                };
        if (!allowed) {
            // directory.md §22.1: the status is certain, the code is not
            throw GraphError.of(
                    403,
                    "Forbidden",
                    "Guest invitations not allowed for your company. Contact your company administrator for more details.");
        }
    }

    /** Members are invited by administrators and by applications that may write every user. */
    static void requireRightToInviteMembers(GraphCall call) {
        if (!mayWrite(call.caller(), ADMINISTRATORS)) {
            throw GraphError.denied();
        }
    }

    static void requireRightToReset(GraphCall call, Entity user) {
        boolean byApplication = !call.caller().delegated();
        if (!mayWrite(call.caller(), RESETTERS) || byApplication && PrivilegedUsers.includes(call, user)) {
            throw GraphError.denied();
        }
        PrivilegedUsers.requireRight(call, user);
    }

    private static boolean mayWrite(Caller caller, Set<String> roles) {
        return caller.delegated()
                ? holdsOne(caller, roles)
                : caller.permissions().stream().anyMatch(WRITE_ALL::contains);
    }

    private static boolean holdsOne(Caller caller, Set<String> roles) {
        return caller.roles().stream().anyMatch(roles::contains);
    }

    private static boolean guest(GraphCall call) {
        return call.caller()
                .user()
                .flatMap(user -> call.session().find("user", user.id()))
                .filter(user -> "Guest".equals(user.text("userType")))
                .isPresent();
    }
}
