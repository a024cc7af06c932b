package io.tenantry.token;

import io.tenantry.directory.DirectoryRoleTemplates;
import java.util.HashSet;
import java.util.Set;

/**
 * The role column of the table: what the user of a delegated token needs besides the scope.
 *
 * @param member every user that is no guest
 * @param owner an owner of the object that the path names first
 * @param templateIds one of these directory roles
 */
record RoleNeed(boolean member, boolean owner, Set<String> templateIds) {
    static RoleNeed parse(String column) {
        Set<String> templateIds = new HashSet<>(Set.of(DirectoryRoleTemplates.GLOBAL_ADMINISTRATOR));
        boolean member = false;
        boolean owner = false;
        for (String role : column.split("\\s*,\\s*")) {
            switch (role) {
                case "-" -> {}
                case "*" -> member = true;
                case "(owner)" -> owner = true;
                default -> templateIds.add(templateId(role));
            }
        }
        return new RoleNeed(member, owner, templateIds);
    }

    boolean met(Set<String> roles) {
        return member && !guest(roles) || holdsOne(roles);
    }

    /** Whether one of the roles is named, or Global Administrator. */
    boolean holdsOne(Set<String> roles) {
        for (String role : roles) {
            if (templateIds.contains(role)) {
                return true;
            }
        }
        return false;
    }

    private static boolean guest(Set<String> roles) {
        return roles.contains(DirectoryRoleTemplates.GUEST_USER)
                || roles.contains(DirectoryRoleTemplates.RESTRICTED_GUEST_USER);
    }

    private static String templateId(String role) {
        return DirectoryRoleTemplates.byName(role)
                .orElseThrow(() -> new IllegalArgumentException("permissions.txt: no directory role " + role))
                .templateId();
    }
}
