package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.Ownership;
import io.tenantry.directory.reference.BoundReferences;
import io.tenantry.directory.reference.DirectoryReferences;
import io.tenantry.directory.user.SignedInUsers;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.family.ObjectReference;
import io.tenantry.store.Entity;
import java.util.Optional;
import java.util.Set;

/** Owners of applications and service principals: users and service principals. */
public final class Owners {
    private static final Set<String> WRITE_ALL = Set.of("Application.ReadWrite.All", "Directory.ReadWrite.All");

    private Owners() {}

    static void add(GraphCall call, Entity object, Entity owner) {
        if (!DirectoryReferences.add(call, "owner", object, owner)) {
            throw DirectoryErrors.alreadyReferenced("owners");
        }
        AuditLog.record(call, event("Add owner to ", "Assign", object, owner));
    }

    /** {@code owners@odata.bind} of a body. */
    static void bind(GraphCall call, Entity object, ObjectNode body) {
        BoundReferences.in(body, "owners").forEach(url -> add(call, object, ObjectReference.find(call.session(), url)));
    }

    static void remove(GraphCall call, Entity object, Entity owner) {
        if (!DirectoryReferences.remove(call, "owner", object, owner.id())) {
            throw GraphError.notFound(object.id());
        }
        AuditLog.record(call, event("Remove owner from ", "Unassign", object, owner));
    }

    /** A signed-in user owns what it registers, an application what it may only write because it owns it. */
    public static void addCaller(GraphCall call, Entity object) {
        SignedInUsers.stored(call)
                .or(() -> onlyOwned(call) ? caller(call) : Optional.empty())
                .ifPresent(owner -> DirectoryReferences.add(call, "owner", object, owner));
    }

    /** Where {@code Application.ReadWrite.OwnedBy} is all that the caller has, only who owns an application makes its service principal. */
    static void requireOwned(GraphCall call, Entity application) {
        if (!Ownership.isCallers(call, application)) {
            requireAll(call);
        }
    }

    /** Throws 403 where the caller may write only what it owns. */
    static void requireAll(GraphCall call) {
        if (onlyOwned(call)) {
            throw GraphError.denied();
        }
    }

    private static boolean onlyOwned(GraphCall call) {
        return call.caller().permissions().contains("Application.ReadWrite.OwnedBy")
                && call.caller().permissions().stream().noneMatch(WRITE_ALL::contains);
    }

    private static Optional<Entity> caller(GraphCall call) {
        return call.session().find("servicePrincipal", call.caller().servicePrincipalId());
    }

    private static AuditEvent event(String activity, String operation, Entity object, Entity owner) {
        String what = object.type().equals("application") ? "application" : "service principal";
        return AuditEvent.of(activity + what, "ApplicationManagement", operation)
                .target(owner)
                .target(object);
    }
}
