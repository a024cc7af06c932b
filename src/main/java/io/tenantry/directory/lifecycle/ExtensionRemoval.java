package io.tenantry.directory.lifecycle;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of a directory extension end with its definition (directory.md §11). */
public final class ExtensionRemoval {
    private static final int BATCH = 500;

    private ExtensionRemoval() {}

    /** From all objects, the deleted ones too. */
    public static void dropValues(Session session, Entity definition) {
        String name = definition.text("name");
        List<Entity> holders = holders(session, name, "");
        while (!holders.isEmpty()) {
            Map<Boolean, List<Entity>> byLife = holders.stream()
                    .filter(holder -> holder.properties().remove(name) != null)
                    .collect(Collectors.partitioningBy(holder -> holder.get("deletedDateTime") == null));
            DirectoryObjects.updateAll(session, byLife.get(true));
            session.updateAll(byLife.get(false));
            holders = holders(session, name, holders.get(holders.size() - 1).id());
        }
    }

    private static List<Entity> holders(Session session, String name, String after) {
        return session.query(
                "select type, id, '', body from directory_object where tenant = {tenant} and id > ? and body like ?"
                        + " order by id limit " + BATCH,
                Session::entity,
                after,
                "%\"" + name + "\":%");
    }
}
