package io.tenantry.directory.lifecycle;

import io.tenantry.directory.dynamic.DynamicGroups;
import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Life of a directory object: every step is written to the change sequence, which delta queries and cycles read. */
public final class DirectoryObjects {
    private DirectoryObjects() {}

    /** For a caller, who must have the right to. */
    public static void create(GraphCall call, Entity object) {
        WriteRights.requireToCreate(call, object);
        ExtensionValues.requireRoom(object);
        create(call.session(), object);
    }

    /** Likewise. */
    public static void update(GraphCall call, Entity object) {
        ExtensionValues.requireRoom(object);
        update(call.session(), object, changed -> WriteRights.requireToUpdate(call, object, changed));
    }

    /** Likewise. */
    public static void softDelete(GraphCall call, Entity object) {
        WriteRights.requireToDelete(call, object);
        softDelete(call.session(), object, call.now());
    }

    /** Likewise. */
    public static void restore(GraphCall call, Entity object) {
        WriteRights.requireToDelete(call, object);
        restore(call.session(), object);
    }

    /** Likewise. */
    public static void purge(GraphCall call, Entity object) {
        WriteRights.requireToDelete(call, object);
        purge(call.session(), object);
    }

    public static void create(Session session, Entity object) {
        session.insert(object);
        session.changes().changed(Change.of(object, Change.Kind.CREATED));
        reevaluate(session, object);
    }

    public static void update(Session session, Entity object) {
        update(session, object, changed -> {});
    }

    private static void update(Session session, Entity object, Consumer<Set<String>> right) {
        Set<String> changed = session.findObject(object.id(), false)
                .map(before -> changed(before, object))
                .orElseGet(() -> changed(Entity.of(object.type(), object.id()), object));
        right.accept(changed);
        session.update(object);
        session.changes().changed(Change.updated(object, changed));
        reevaluate(session, object);
    }

    /** Delta queries tell which properties have changed (directory.md §17). */
    private static Set<String> changed(Entity before, Entity now) {
        Set<String> names = new TreeSet<>();
        before.properties().fieldNames().forEachRemaining(names::add);
        now.properties().fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> Objects.equals(before.get(name), now.get(name)));
        return names;
    }

    /** Many at once: two statements, whatever their number. */
    public static void createAll(Session session, Collection<Entity> objects) {
        session.insertAll(objects);
        session.changes().changed(changes(objects, Change.Kind.CREATED));
        DynamicGroups.follow(session, users(objects));
    }

    /** Likewise. */
    public static void updateAll(Session session, Collection<Entity> objects) {
        session.updateAll(objects);
        updated(session, objects);
    }

    /** Likewise, where some take names that others of them give up, in whatever order. */
    public static void exchangeAll(Session session, Collection<Entity> objects) {
        session.exchangeAll(objects);
        updated(session, objects);
    }

    private static void updated(Session session, Collection<Entity> objects) {
        session.changes().changed(changes(objects, Change.Kind.UPDATED));
        DynamicGroups.follow(session, users(objects));
    }

    private static List<Change> changes(Collection<Entity> objects, Change.Kind kind) {
        return objects.stream().map(each -> Change.of(each, kind)).toList();
    }

    private static List<Entity> users(Collection<Entity> objects) {
        return objects.stream().filter(each -> each.type().equals("user")).toList();
    }

    /** Dynamic groups follow every write of a user (directory.md §8). */
    private static void reevaluate(Session session, Entity object) {
        if (object.type().equals("user")) {
            DynamicGroups.follow(session, List.of(object));
        }
    }

    /** Moves an object to deleted items, from where it can be restored for 30 days (directory.md §9). */
    public static void softDelete(Session session, Entity object, Instant now) {
        markDeleted(object, now);
        session.update(object);
        session.changes().changed(Change.of(object, Change.Kind.DELETED));
        Dependents.softDeleted(session, object, now);
    }

    /** What soft deletion does to the object itself: a user's UPN gets the id as prefix, so that the name is free. */
    public static void markDeleted(Entity object, Instant now) {
        object.set("deletedDateTime", now);
        if (object.type().equals("user")) {
            object.set("userPrincipalName", object.id().replace("-", "") + object.text("userPrincipalName"));
        }
    }

    /** Back to the living, under the former name. The caller has checked that names and addresses are free. */
    public static void restore(Session session, Entity object) {
        unmarkDeleted(object);
        session.update(object);
        session.changes().changed(Change.of(object, Change.Kind.RESTORED));
        Dependents.restored(session, object);
        reevaluate(session, object);
    }

    public static void unmarkDeleted(Entity object) {
        object.set("deletedDateTime", (String) null);
        if (object.type().equals("user")) {
            object.set("userPrincipalName", nameBeforeDeletion(object));
        }
    }

    /** The UPN without the prefix that deletion put before it. */
    public static String nameBeforeDeletion(Entity user) {
        String name = user.text("userPrincipalName");
        String prefix = user.id().replace("-", "");
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /** Removes an object for good, live or deleted. */
    public static void purge(Session session, Entity object) {
        Dependents.purged(session, object);
        session.remove(object);
        session.changes().changed(Change.of(object, Change.Kind.PURGED));
    }
}
