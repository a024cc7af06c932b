package io.tenantry.directory;

import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.resource.GraphCall;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;

/** Owners of applications and service principals: users and service principals. */
final class Owners {
    private Owners() {}

    static void add(GraphCall call, Entity object, Entity owner) {
        if (!GroupKind.takesOwner(owner)) {
            throw DirectoryErrors.invalidReference();
        }
        if (!call.session().relate("owner", object.id(), owner.id())) {
            throw DirectoryErrors.alreadyReferenced("owners");
        }
        call.session().changed(Change.added(object, "owners", owner.id()));
        AuditLog.record(call, event("Add owner to ", "Assign", object, owner));
    }

    static void remove(GraphCall call, Entity object, Entity owner) {
        if (!call.session().unrelate("owner", object.id(), owner.id())) {
            throw GraphError.notFound(owner.id());
        }
        call.session().changed(Change.taken(object, "owners", owner.id()));
        AuditLog.record(call, event("Remove owner from ", "Unassign", object, owner));
    }

    /** A signed-in user owns what it registers. */
    static void addCaller(GraphCall call, Entity object) {
        call.caller()
                .user()
                .flatMap(user -> call.session().find("user", user.id()))
                .filter(user -> call.session().relate("owner", object.id(), user.id()))
                .ifPresent(user -> call.session().changed(Change.added(object, "owners", user.id())));
    }

    private static AuditEvent event(String activity, String operation, Entity object, Entity owner) {
        String what = object.type().equals("application") ? "application" : "service principal";
        return AuditEvent.of(activity + what, "ApplicationManagement", operation)
                .target(owner)
                .target(object);
    }
}
