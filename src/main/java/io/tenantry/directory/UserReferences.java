package io.tenantry.directory;

import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.resource.GraphCall;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Set;

/** Manager and sponsors of a user (directory.md §4.6, §4.8). */
final class UserReferences {
    private static final Set<String> MANAGERS = Set.of("user", "orgContact");
    private static final Set<String> SPONSORS = Set.of("user", "group");

    private UserReferences() {}

    /** Replaces the former manager. */
    static void setManager(GraphCall call, Entity user, Entity manager) {
        if (!MANAGERS.contains(manager.type()) || manager.id().equals(user.id())) {
            throw DirectoryErrors.invalidReference();
        }
        dropManagers(call.session(), user);
        relate(call, "manager", user, manager);
        DynamicGroups.evaluate(call.session(), List.of(user));
        AuditLog.record(call, event("Set user manager", "Update", user, manager));
    }

    /** E2 where there is none. */
    static void removeManager(GraphCall call, Entity user) {
        if (dropManagers(call.session(), user) == 0) {
            throw DirectoryErrors.noManager();
        }
        DynamicGroups.evaluate(call.session(), List.of(user));
        AuditLog.record(call, ObjectAudit.plain("Remove user manager", "UserManagement", "Update", user));
    }

    private static int dropManagers(Session session, Entity user) {
        List<String> former = session.references().targets("manager", user.id());
        for (String manager : former) {
            session.references().unrelate("manager", user.id(), manager);
            session.changes().changed(Change.taken(user, "manager", manager));
        }
        return former.size();
    }

    static void addSponsor(GraphCall call, Entity user, Entity sponsor) {
        if (!SPONSORS.contains(sponsor.type())) {
            throw DirectoryErrors.invalidReference();
        }
        if (!relate(call, "sponsor", user, sponsor)) {
            throw DirectoryErrors.alreadyReferenced("sponsors");
        }
        AuditLog.record(call, event("Add sponsor to user", "Update", user, sponsor));
    }

    static void removeSponsor(GraphCall call, Entity user, Entity sponsor) {
        if (!call.session().references().unrelate("sponsor", user.id(), sponsor.id())) {
            throw GraphError.notFound(sponsor.id());
        }
        call.session().changes().changed(Change.taken(user, "sponsor", sponsor.id()));
        AuditLog.record(call, event("Remove sponsor from user", "Update", user, sponsor));
    }

    private static boolean relate(GraphCall call, String kind, Entity user, Entity other) {
        boolean added = call.session().references().relate(kind, user.id(), other.id());
        if (added) {
            call.session().changes().changed(Change.added(user, kind, other.id()));
        }
        return added;
    }

    private static AuditEvent event(String activity, String operation, Entity user, Entity other) {
        return ObjectAudit.plain(activity, "UserManagement", operation, user).target(other);
    }
}
