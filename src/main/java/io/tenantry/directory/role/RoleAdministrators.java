package io.tenantry.directory.role;

import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import java.util.Set;

/** Who says who holds directory roles (directory.md §20): the permission and, for a signed-in user, the role besides. */
public final class RoleAdministrators {
    static final String PERMISSION = "RoleManagement.ReadWrite.Directory";
    private static final Set<String> ROLES = Set.of(Roles.GLOBAL_ADMINISTRATOR, Roles.PRIVILEGED_ROLE_ADMINISTRATOR);

    private RoleAdministrators() {}

    /** E17. */
    static void require(GraphCall call) {
        if (!includes(call.caller())) {
            throw GraphError.denied();
        }
    }

    /** An application may with the permission or the role: either lets it give itself the other. */
    static boolean includes(Caller caller) {
        boolean permitted = caller.permissions().contains(PERMISSION);
        return caller.delegated() ? permitted && holdsRole(caller) : permitted || holdsRole(caller);
    }

    public static boolean holdsRole(Caller caller) {
        return caller.roles().stream().anyMatch(ROLES::contains);
    }
}
