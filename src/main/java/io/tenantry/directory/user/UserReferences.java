package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.dynamic.DynamicGroups;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.directory.reference.BoundReferences;
import io.tenantry.directory.reference.DirectoryReferences;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.family.ObjectReference;
import io.tenantry.store.Entity;
import java.util.List;

/** Manager and sponsors of a user (directory.md §4.6, §4.8). */
final class UserReferences {
    private UserReferences() {}

    /** Replaces the former manager. */
    static void setManager(GraphCall call, Entity user, Entity manager) {
        dropManagers(call, user);
        DirectoryReferences.add(call, "manager", user, manager);
        DynamicGroups.follow(call.session(), List.of(user));
        AuditLog.record(call, event("Set user manager", "Update", user, manager));
    }

    /** E2 where there is none. */
    static void removeManager(GraphCall call, Entity user) {
        if (dropManagers(call, user) == 0) {
            throw DirectoryErrors.noManager();
        }
        DynamicGroups.follow(call.session(), List.of(user));
        AuditLog.record(call, ObjectAudit.plain("Remove user manager", "UserManagement", "Update", user));
    }

    private static int dropManagers(GraphCall call, Entity user) {
        List<String> former = call.session().references().targets("manager", user.id());
        former.forEach(manager -> DirectoryReferences.remove(call, "manager", user, manager));
        return former.size();
    }

    /** Those that a body binds, beside the ones that the user has. */
    static void addSponsors(GraphCall call, Entity user, ObjectNode body) {
        BoundReferences.in(body, "sponsors")
                .forEach(url -> addSponsor(call, user, ObjectReference.find(call.session(), url)));
    }

    static void addSponsor(GraphCall call, Entity user, Entity sponsor) {
        if (!DirectoryReferences.add(call, "sponsor", user, sponsor)) {
            throw DirectoryErrors.alreadyReferenced("sponsors");
        }
        AuditLog.record(call, event("Add sponsor to user", "Update", user, sponsor));
    }

    static void removeSponsor(GraphCall call, Entity user, Entity sponsor) {
        if (!DirectoryReferences.remove(call, "sponsor", user, sponsor.id())) {
            throw GraphError.notFound(user.id());
        }
        AuditLog.record(call, event("Remove sponsor from user", "Update", user, sponsor));
    }

    private static AuditEvent event(String activity, String operation, Entity user, Entity other) {
        return ObjectAudit.plain(activity, "UserManagement", operation, user).target(other);
    }
}
