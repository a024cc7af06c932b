package io.tenantry.store;

import java.util.Collection;

/**
 * One change of a directory object or a delegated grant, as delta queries and incremental cycles read it.
 *
 * @param type entity type of the object
 * @param object its id
 * @param name kind of the reference, as {@code relation} has it, for {@link Kind#ADDED} and {@link Kind#TAKEN}; names of the changed
 *     properties, separated by commas, for {@link Kind#UPDATED} where they are known; else null
 * @param other id at the other end of the reference, else null
 */
public record Change(String type, String object, Kind kind, String name, String other) {
    public enum Kind {
        CREATED,
        UPDATED,
        /** Soft-deleted: can be restored. */
        DELETED,
        RESTORED,
        /** Gone for good. */
        PURGED,
        /** A reference of the object was added. */
        ADDED,
        /** A reference of the object was taken away. */
        TAKEN
    }

    public static Change of(Entity entity, Kind kind) {
        return new Change(entity.type(), entity.id(), kind, null, null);
    }

    /** @param names of the properties that have changed */
    public static Change updated(Entity entity, Collection<String> names) {
        return new Change(entity.type(), entity.id(), Kind.UPDATED, String.join(",", names), null);
    }

    public static Change added(Entity owner, String name, String other) {
        return new Change(owner.type(), owner.id(), Kind.ADDED, name, other);
    }

    public static Change taken(Entity owner, String name, String other) {
        return new Change(owner.type(), owner.id(), Kind.TAKEN, name, other);
    }
}
