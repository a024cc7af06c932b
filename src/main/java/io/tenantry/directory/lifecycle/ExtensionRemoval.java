package io.tenantry.directory.lifecycle;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import io.tenantry.store.key.Tables;
import java.util.List;

/** The values of a directory extension end with its definition (directory.md §11). */
public final class ExtensionRemoval {
    private static final int BATCH = 500;

    private ExtensionRemoval() {}

    /** From all objects, the deleted ones too. */
    public static void dropValues(Session session, Entity definition) {
        String name = definition.text("name");
        List<Entity> live = live(session, name, "");
        while (!live.isEmpty()) {
            live.forEach(holder -> holder.properties().remove(name));
            DirectoryObjects.updateAll(session, live);
            live = live(session, name, live.get(live.size() - 1).id());
        }
        List<Entity> deleted = deleted(session, name, "");
        while (!deleted.isEmpty()) {
            deleted.forEach(holder -> holder.properties().remove(name));
            session.updateAll(deleted);
            deleted = deleted(session, name, deleted.get(deleted.size() - 1).id());
        }
    }

    private static List<Entity> live(Session session, String name, String after) {
        return session.query(
                "select o.type, o.id, '', o.body from object_value v join directory_object o on o.tenant = v.tenant and o.id = v.object_id"
                        + " where v.tenant = {tenant} and v.property = ? and v.value = ? and v.object_id > ? order by v.object_id limit "
                        + BATCH,
                Session::entity,
                Tables.EXTENSION,
                Key.fold(name),
                after);
    }

    /** Among those of 30 days, of which few have ever held it. */
    private static List<Entity> deleted(Session session, String name, String after) {
        return session.query(
                "select type, id, '', body from directory_object where tenant = {tenant} and type in ('user','group')"
                        + " and deleted_date_time is not null and id > ? and body like ? order by id limit " + BATCH,
                Session::entity,
                after,
                "%\"" + name + "\":%");
    }
}
