package io.tenantry.directory.reference;

import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.directory.role.RoleAssignableGroups;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import java.util.Set;

/**
 * Adds and takes away references between directory objects on behalf of a caller, whichever way the request came: {@code $ref},
 * {@code …@odata.bind}, a batch, or the reference that a new object has to its maker. What the permission of the path leaves open is
 * decided here.
 */
public final class DirectoryReferences {
    private static final Set<String> OWNERS = Set.of("user", "servicePrincipal");
    private static final Set<String> MANAGERS = Set.of("user", "orgContact");
    private static final Set<String> SPONSORS = Set.of("user", "group");

    private DirectoryReferences() {}

    /** False where the reference is there already. */
    public static boolean add(GraphCall call, String kind, Entity source, Entity target) {
        requireRight(call, kind, source);
        if (source.type().equals("group") && kind.equals("member")) {
            MemberReading.require(call, target);
        }
        requireFit(kind, source, target);
        boolean added = call.session().references().relate(kind, source.id(), target.id());
        if (added) {
            call.session().changes().changed(Change.added(source, kind, target.id()));
        }
        return added;
    }

    /** False where there is none. */
    public static boolean remove(GraphCall call, String kind, Entity source, String target) {
        requireRight(call, kind, source);
        boolean removed = call.session().references().unrelate(kind, source.id(), target);
        if (removed) {
            call.session().changes().changed(Change.taken(source, kind, target));
        }
        return removed;
    }

    private static void requireRight(GraphCall call, String kind, Entity source) {
        switch (source.type()) {
            case "group" -> requireRightInGroup(call, kind, source);
            case "user", "application", "servicePrincipal" -> {}
            default -> throw new IllegalArgumentException("no rule for references of " + source.type());
        }
    }

    /** E17: members of a dynamic group follow from its rule alone. */
    private static void requireRightInGroup(GraphCall call, String kind, Entity group) {
        RoleAssignableGroups.requireRight(call, group);
        if (kind.equals("member") && GroupKind.dynamic(group)) {
            throw GraphError.denied();
        }
    }

    private static void requireFit(String kind, Entity source, Entity target) {
        if (!fits(kind, source, target)) {
            throw source.type().equals("group")
                    ? DirectoryErrors.invalidValue(kind + "s", "Group")
                    : DirectoryErrors.invalidReference();
        }
    }

    private static boolean fits(String kind, Entity source, Entity target) {
        return switch (kind) {
            case "member" -> GroupKind.takesMember(source, target);
            case "owner" -> OWNERS.contains(target.type());
            case "manager" -> MANAGERS.contains(target.type()) && !target.id().equals(source.id());
            case "sponsor" -> SPONSORS.contains(target.type());
            default -> false;
        };
    }
}
