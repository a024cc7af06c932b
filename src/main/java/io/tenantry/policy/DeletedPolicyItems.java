package io.tenantry.policy;

import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.time.Instant;
import java.util.Optional;

/**
 * Deleted partners and sync policies, kept for about 30 days (cross-tenant-access-policy.md §4.4). A deleted one is contained in
 * {@code deletedItems}, so that its tenant may get a new configuration meanwhile; a later deletion of the same key replaces it.
 */
public final class DeletedPolicyItems {
    private static final String CONTAINER = "deletedItems";

    private DeletedPolicyItems() {}

    static Optional<Entity> find(Session session, String type, String tenantId) {
        return session.findDeletedChild(type, CONTAINER, Ids.canonical(tenantId));
    }

    static void softDelete(Session session, Entity item, Instant now) {
        session.remove(item);
        find(session, item.type(), item.id()).ifPresent(session::remove);
        session.insert(moved(item, CONTAINER).set("deletedDateTime", now));
    }

    /** Puts a deleted item back under its owner; the caller has checked that the place is free. */
    static Entity restore(Session session, Entity deleted, String parent) {
        session.remove(deleted);
        Entity item = moved(deleted, parent).set("deletedDateTime", (String) null);
        session.insert(item);
        return item;
    }

    /** Removes for good what was deleted before an instant; returns how many items that were. */
    public static int purgeOlderThan(Session session, Instant instant) {
        return session.update(
                "delete from entity where tenant = {tenant} and type in (?, ?) and deleted_date_time < ?",
                PolicyObjects.PARTNER,
                PolicyObjects.SYNC_POLICY,
                Key.micros(instant));
    }

    /** Whether {@link #purgeOlderThan} has something to do. */
    public static boolean anyOlderThan(Session session, Instant instant) {
        return !session.query(
                        "select 1 from entity where tenant = {tenant} and type in (?, ?) and deleted_date_time < ? limit 1",
                        row -> row.getInt(1),
                        PolicyObjects.PARTNER,
                        PolicyObjects.SYNC_POLICY,
                        Key.micros(instant))
                .isEmpty();
    }

    private static Entity moved(Entity item, String parent) {
        return new Entity(item.type(), item.id(), parent, item.properties().deepCopy());
    }
}
