package io.tenantry.directory;

import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.store.Entity;
import io.tenantry.store.Key;
import io.tenantry.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Soft-deleted objects stay for 30 days and are then gone for good (directory.md §9). */
public final class DeletedObjects {
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Actor DIRECTORY_SERVICE = new Actor.App(null, "Microsoft Entra ID", null);
    private static final int STEP = 500;

    private DeletedObjects() {}

    /** Removes what has been deleted for 30 days. */
    public static void purgeExpired(Session session, Instant now) {
        long before = Key.micros(now.minus(KEPT));
        for (List<Entity> expired = expired(session, before); !expired.isEmpty(); expired = expired(session, before)) {
            AuditLog.record(
                    session,
                    now,
                    DIRECTORY_SERVICE,
                    expired.stream().map(DeletedObjects::hardDelete).toList());
            expired.forEach(object -> DirectoryObjects.purge(session, object));
        }
    }

    private static List<Entity> expired(Session session, long before) {
        return session.query(
                "select type, id, '', body from directory_object where tenant = {tenant}"
                        + " and deleted_date_time <= ? order by id limit " + STEP,
                Session::entity,
                before);
    }

    /** The audit entry of a permanent deletion. */
    static AuditEvent hardDelete(Entity object) {
        return switch (object.type()) {
            case "user" -> ObjectAudit.plain("Hard Delete user", "UserManagement", "Delete", object);
            case "group" -> ObjectAudit.plain("Hard Delete group", "GroupManagement", "Delete", object);
            case "application" ->
                ObjectAudit.plain("Hard Delete application", "ApplicationManagement", "Delete", object);
            default -> ObjectAudit.plain("Hard delete service principal", "ApplicationManagement", "Delete", object);
        };
    }

    static AuditEvent restored(Entity object) {
        return switch (object.type()) {
            case "user" -> ObjectAudit.plain("Restore user", "UserManagement", "Update", object);
            case "group" -> ObjectAudit.plain("Restore group", "GroupManagement", "Update", object);
            case "application" -> ObjectAudit.plain("Restore application", "ApplicationManagement", "Update", object);
            default -> ObjectAudit.plain("Restore service principal", "ApplicationManagement", "Update", object);
        };
    }
}
