package io.tenantry.directory.object;

import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;

/** Which groups can be written, and what may be in them (directory.md §7.1, §7.2). */
public final class GroupKind {
    public static final String UNIFIED = "Unified";
    public static final String DYNAMIC = "DynamicMembership";
    public static final String HIDDEN = "HiddenMembership";
    public static final String ASSIGNABLE = "isAssignableToRole";
    private static final Set<String> TYPES = Set.of(UNIFIED, DYNAMIC);
    private static final Set<String> IN_SECURITY_GROUPS =
            Set.of("user", "device", "servicePrincipal", "orgContact", "group");

    private GroupKind() {}

    public static boolean unified(Entity group) {
        return group.texts("groupTypes").contains(UNIFIED);
    }

    /** Whether its members follow from a rule. */
    public static boolean dynamic(Entity group) {
        return group.texts("groupTypes").contains(DYNAMIC);
    }

    /** Whether it can hold directory roles. */
    public static boolean assignableToRole(Entity group) {
        return group.flag(ASSIGNABLE);
    }

    /** Whether only its members see who they are. */
    public static boolean hidden(Entity group) {
        return HIDDEN.equals(group.text("visibility"));
    }

    /** E18 for kinds that only Exchange writes; E9 for mixes that are no kind at all. */
    public static void check(Entity group) {
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
        if (hidden(group) && !unified(group)) {
            throw DirectoryErrors.invalidValue("visibility", "Group");
        }
        if (assignableToRole(group) && (!group.flag("securityEnabled") || dynamic(group))) {
            throw DirectoryErrors.invalidValue(ASSIGNABLE, "Group");
        }
    }

    public static boolean takesMember(Entity group, Entity member) {
        if (member.id().equals(group.id())) {
            return false;
        }
        if (unified(group)) {
            return member.type().equals("user");
        }
        return IN_SECURITY_GROUPS.contains(member.type())
                && !(member.type().equals("group") && (unified(member) || assignableToRole(group)));
    }
}
