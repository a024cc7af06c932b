package io.tenantry.token.permission;

import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.directory.role.Roles;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The role column of the table: what the user of a delegated token needs besides the scope.
 *
 * @param member every user that is no guest
 * @param owner an owner of the object that the path names first
 * @param ownApplications an owner of any application, for what is about it
 * @param templateIds one of these directory roles
 * @param forRoleGroups likewise, where the path names a group that can hold roles first
 */
record RoleNeed(
        boolean member, boolean owner, boolean ownApplications, Set<String> templateIds, Set<String> forRoleGroups) {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final String ROLE_GROUPS = "(role groups)";

    static RoleNeed parse(String column) {
        Set<String> templateIds = new HashSet<>(Set.of(Roles.GLOBAL_ADMINISTRATOR));
        Set<String> forRoleGroups = new HashSet<>();
        boolean member = false;
        boolean owner = false;
        boolean ownApplications = false;
        for (String role : COMMA.split(column)) {
            switch (role) {
                case "-" -> {}
                case "*" -> member = true;
                case "(owner)" -> owner = true;
                case "(own applications)" -> ownApplications = true;
                default -> {
                    boolean some = role.endsWith(ROLE_GROUPS);
                    (some ? forRoleGroups : templateIds).add(templateId(role.replace(ROLE_GROUPS, "")));
                }
            }
        }
        return new RoleNeed(member, owner, ownApplications, templateIds, forRoleGroups);
    }

    boolean met(Set<String> roles) {
        return member && !guest(roles) || holdsOne(roles);
    }

    /** Whether one of the roles is named, or Global Administrator. */
    boolean holdsOne(Set<String> roles) {
        return roles.stream().anyMatch(templateIds::contains);
    }

    boolean holdsOneForRoleGroups(Set<String> roles) {
        return roles.stream().anyMatch(forRoleGroups::contains);
    }

    static boolean guest(Set<String> roles) {
        return roles.contains(DirectoryRoleTemplates.GUEST_USER)
                || roles.contains(DirectoryRoleTemplates.RESTRICTED_GUEST_USER);
    }

    private static String templateId(String role) {
        return DirectoryRoleTemplates.byName(role)
                .orElseThrow(() -> new IllegalArgumentException("permissions.txt: no directory role " + role))
                .templateId();
    }
}
