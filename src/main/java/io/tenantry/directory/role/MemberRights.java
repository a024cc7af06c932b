package io.tenantry.directory.role;

import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import java.util.Set;

/** What members may create by themselves unless {@code authorizationPolicy.defaultUserRolePermissions} says no (directory.md §20.1). */
public final class MemberRights {
    private static final Set<String> GROUP_CREATORS =
            Set.of(Roles.GLOBAL_ADMINISTRATOR, Roles.USER_ADMINISTRATOR, Roles.GROUPS_ADMINISTRATOR);
    private static final Set<String> APPLICATION_CREATORS = Set.of(
            Roles.GLOBAL_ADMINISTRATOR,
            Roles.APPLICATION_ADMINISTRATOR,
            Roles.CLOUD_APPLICATION_ADMINISTRATOR,
            "cf1c38e5-3621-4004-a7cb-879624dced7c");

    private MemberRights() {}

    public static void requireToCreateGroups(GraphCall call) {
        require(call, "allowedToCreateSecurityGroups", GROUP_CREATORS);
    }

    public static void requireToCreateApplications(GraphCall call) {
        require(call, "allowedToCreateApps", APPLICATION_CREATORS);
    }

    private static void require(GraphCall call, String permission, Set<String> roles) {
        Caller caller = call.caller();
        if (caller.delegated()
                && caller.roles().stream().noneMatch(roles::contains)
                && !AuthorizationPolicy.of(call.session())
                        .properties()
                        .path("defaultUserRolePermissions")
                        .path(permission)
                        .asBoolean()) {
            throw GraphError.denied();
        }
    }
}
