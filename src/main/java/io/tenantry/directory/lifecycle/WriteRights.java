package io.tenantry.directory.lifecycle;

import io.tenantry.directory.role.CredentialRights;
import io.tenantry.directory.role.PrivilegedUsers;
import io.tenantry.directory.role.RoleAssignableGroups;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;
import java.util.Set;

/** What a caller needs to write an object besides the permission for the path: asked where the object is written, so on every path. */
final class WriteRights {
    private WriteRights() {}

    static void requireToCreate(GraphCall call, Entity object) {
        if (object.type().equals("group")) {
            RoleAssignableGroups.requireRightToCreate(call, object);
        }
    }

    /** @param changed names of the properties that differ from what is stored */
    static void requireToUpdate(GraphCall call, Entity object, Set<String> changed) {
        switch (object.type()) {
            case "user" -> PrivilegedUsers.requireRightToChange(call, object, changed);
            case "group" -> RoleAssignableGroups.requireRight(call, object);
            case "application", "servicePrincipal" -> CredentialRights.require(call, object, changed);
            default -> {}
        }
    }

    /** Deleting, purging, restoring. */
    static void requireToDelete(GraphCall call, Entity object) {
        switch (object.type()) {
            case "user" -> PrivilegedUsers.requireRight(call, object);
            case "group" -> RoleAssignableGroups.requireRight(call, object);
            default -> {}
        }
    }
}
