package io.tenantry.directory.role;

import io.tenantry.directory.object.GroupKind;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;
import io.tenantry.store.References;
import io.tenantry.store.Session;
import java.util.List;
import java.util.stream.Stream;

/** Groups that can hold directory roles: whoever says who is in one says who holds its roles (directory.md §20). */
public final class RoleAssignableGroups {
    private RoleAssignableGroups() {}

    public static void requireRightToCreate(GraphCall call, Entity group) {
        if (GroupKind.assignableToRole(group)) {
            RoleAdministrators.require(call);
        }
    }

    /** A signed-in owner manages its group with the permission alone. */
    public static void requireRight(GraphCall call, Entity group) {
        if (GroupKind.assignableToRole(group) && !RoleAdministrators.includes(call.caller()) && !ownedBy(call, group)) {
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
        return session.objects(groups).stream().anyMatch(GroupKind::assignableToRole);
    }
}
