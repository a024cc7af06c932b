package io.tenantry.token.claim;

import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.directory.role.Roles;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code wids}: template ids of the directory roles that somebody holds. */
public final class DirectoryRoleClaims {
    /** Of an application without directory roles. */
    private static final String NO_ROLES = "0997a1d0-0d1d-4acb-b408-d5ca73121e90";
    /** Of every user that is a member. */
    private static final String MEMBER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

    private DirectoryRoleClaims() {}

    /** The roles of a user; for a guest with the guest role among them. */
    public static Set<String> heldBy(Session session, Entity user) {
        Set<String> roles = new LinkedHashSet<>(Roles.heldBy(session, user.id()));
        if ("Guest".equals(user.text("userType"))) {
            roles.add(DirectoryRoleTemplates.GUEST_USER);
        }
        return roles;
    }

    public static boolean areOfGuest(Collection<String> roles) {
        return roles.contains(DirectoryRoleTemplates.GUEST_USER)
                || roles.contains(DirectoryRoleTemplates.RESTRICTED_GUEST_USER);
    }

    public static Set<String> ofUser(Collection<String> roles) {
        Set<String> wids = new LinkedHashSet<>(roles);
        if (!areOfGuest(roles)) {
            wids.add(MEMBER);
        }
        return wids;
    }

    public static Collection<String> ofApplication(Set<String> roles) {
        return roles.isEmpty() ? List.of(NO_ROLES) : roles;
    }
}
