package io.tenantry.directory;

import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;

/** Which groups can be written, and what may be in them (directory.md §7.2). */
final class GroupKind {
    static final String UNIFIED = "Unified";
    private static final Set<String> TYPES = Set.of(UNIFIED, DynamicGroups.KIND);
    private static final Set<String> IN_SECURITY_GROUPS =
            Set.of("user", "device", "servicePrincipal", "orgContact", "group");

    private GroupKind() {}

    static boolean unified(Entity group) {
        return group.texts("groupTypes").contains(UNIFIED);
    }

    /** E18 for kinds that only Exchange writes; E9 for mixes that are no kind at all. */
    static void check(Entity group) {
        List<String> types = group.texts("groupTypes");
        if (!TYPES.containsAll(types)) {
            throw DirectoryErrors.invalidValue("groupTypes", "Group");
        }
        boolean mailEnabled = group.flag("mailEnabled");
        if (unified(group)) {
            if (!mailEnabled) {
                throw DirectoryErrors.invalidValue("mailEnabled", "Group");
            }
        } else if (mailEnabled || !group.flag("securityEnabled")) {
            throw DirectoryErrors.mailEnabledGroup();
        }
        RoleAssignableGroups.checkKind(group);
    }

    static boolean takesMember(Entity group, Entity member) {
        if (member.id().equals(group.id())) {
            return false;
        }
        if (unified(group)) {
            return member.type().equals("user");
        }
        return IN_SECURITY_GROUPS.contains(member.type())
                && !(member.type().equals("group") && (unified(member) || RoleAssignableGroups.includes(group)));
    }
}
