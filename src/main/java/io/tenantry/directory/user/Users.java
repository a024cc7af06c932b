package io.tenantry.directory.user;

import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Users: creating, changing, deleting, and whom they refer to (directory.md §4). */
@ApplicationScoped
public class Users implements Family {
    @Override
    public void register(GraphRegistry graph) {
        graph.keyed("/users/{}", (call, owner, key) -> find(call, key));
        graph.create("/users", UserCreation::create);
        graph.update("/users/{}", UserUpdate::update);
        graph.delete("/users/{}", Users::delete);
        graph.addReference("/users/{}/manager/$ref", UserReferences::setManager);
        graph.removeReference(
                "/users/{}/manager/$ref", (call, user, former) -> UserReferences.removeManager(call, user));
        graph.addReference("/users/{}/sponsors/$ref", UserReferences::addSponsor);
        graph.removeReference("/users/{}/sponsors/$ref", UserReferences::removeSponsor);
    }

    /** By id or name; the caller itself also where it is not stored. */
    static Optional<Entity> find(GraphCall call, String key) {
        Optional<Entity> stored = Ids.isGuid(key) ? call.session().find("user", key) : named(call.session(), key);
        return stored.or(() -> SignedInUsers.madeUp(call, key));
    }

    public static Optional<Entity> named(Session session, String userPrincipalName) {
        return session.findBy("user", "userPrincipalName", userPrincipalName);
    }

    /** Soft: the user can be restored for 30 days. */
    public static void delete(GraphCall call, Entity user) {
        AuditEvent event = ObjectAudit.plain("Delete user", "UserManagement", "Delete", user);
        DirectoryObjects.softDelete(call, user);
        AuditLog.record(call, event);
    }
}
