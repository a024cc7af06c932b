package io.tenantry.directory;

import io.tenantry.resource.Caller;
import io.tenantry.resource.GraphCall;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.References;
import io.tenantry.store.Session;
import java.util.List;
import java.util.stream.Stream;

/** Groups that can hold directory roles: whoever says who is in one says who holds its roles (directory.md §20). */
final class RoleAssignableGroups {
    static final String MARK = "isAssignableToRole";

    private RoleAssignableGroups() {}

    static boolean includes(Entity group) {
        return group.flag(MARK);
    }

    /** Only security groups with members assigned by hand can hold roles (directory.md §7.1). */
    static void checkKind(Entity group) {
        if (includes(group) && (!group.flag("securityEnabled") || DynamicGroups.isDynamic(group))) {
            throw DirectoryErrors.invalidValue(MARK, "Group");
        }
    }

    static void requireRightToCreate(GraphCall call, Entity group) {
        if (includes(group)) {
            RoleAdministrators.require(call);
        }
    }

    /** A signed-in owner manages its group with the permission alone. */
    static void requireRight(GraphCall call, Entity group) {
        if (includes(group) && !RoleAdministrators.includes(call.caller()) && !ownedBy(call, group)) {
            throw GraphError.denied();
        }
    }

    private static boolean ownedBy(GraphCall call, Entity group) {
        Caller caller = call.caller();
        List<String> owners = call.session().references().targets("owner", group.id());
        return caller.permissions().contains(RoleAdministrators.PERMISSION)
                && caller.user().filter(user -> owners.contains(user.id())).isPresent();
    }

    /** Whether an object is a member or an owner of one. */
    static boolean hold(Session session, String id) {
        References references = session.references();
        List<String> groups = Stream.of("member", "owner")
                .flatMap(kind -> references.sources(kind, id).stream())
                .toList();
        return session.objects(groups).stream().anyMatch(RoleAssignableGroups::includes);
    }
}
