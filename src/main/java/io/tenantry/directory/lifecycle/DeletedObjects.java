package io.tenantry.directory.lifecycle;

import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Soft-deleted objects stay for 30 days and are then gone for good (directory.md §9). */
public final class DeletedObjects {
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Actor DIRECTORY_SERVICE = new Actor.App(null, "Microsoft Entra ID", null);
    private static final int BATCH = 200;

    private DeletedObjects() {}

    /** When the object that was deleted first goes for good. */
    public static Optional<Instant> nextExpiry(Session session) {
        return session
                .query(
                        "select deleted_date_time from directory_object where tenant = {tenant} and deleted_date_time is not null"
                                + " order by deleted_date_time limit 1",
                        row -> Key.instant(row.getLong(1)))
                .stream()
                .findFirst()
                .map(deleted -> deleted.plus(KEPT));
    }

    /** Removes some of what has been deleted for 30 days; whether that was not all. */
    public static boolean purgeExpired(Session session, Instant now) {
        List<Entity> expired = session.query(
                "select type, id, '', body from directory_object where tenant = {tenant} and deleted_date_time <= ?"
                        + " order by deleted_date_time limit " + BATCH,
                Session::entity,
                Key.micros(now.minus(KEPT)));
        AuditLog.record(
                session,
                now,
                DIRECTORY_SERVICE,
                expired.stream().map(DeletedObjects::hardDelete).toList());
        expired.forEach(object -> DirectoryObjects.purge(session, object));
        return expired.size() == BATCH;
    }

    /** The audit entry of a permanent deletion. */
    public static AuditEvent hardDelete(Entity object) {
        return switch (object.type()) {
            case "user" -> ObjectAudit.plain("Hard Delete user", "UserManagement", "Delete", object);
            case "group" -> ObjectAudit.plain("Hard Delete group", "GroupManagement", "Delete", object);
            case "application" ->
                ObjectAudit.plain("Hard Delete application", "ApplicationManagement", "Delete", object);
            default -> ObjectAudit.plain("Hard delete service principal", "ApplicationManagement", "Delete", object);
        };
    }

    public static AuditEvent restored(Entity object) {
        return switch (object.type()) {
            case "user" -> ObjectAudit.plain("Restore user", "UserManagement", "Update", object);
            case "group" -> ObjectAudit.plain("Restore group", "GroupManagement", "Update", object);
            case "application" -> ObjectAudit.plain("Restore application", "ApplicationManagement", "Update", object);
            default -> ObjectAudit.plain("Restore service principal", "ApplicationManagement", "Update", object);
        };
    }
}
