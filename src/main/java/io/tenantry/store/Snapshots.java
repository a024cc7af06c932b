package io.tenantry.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Named states of the whole store, to go back to. Page copies on the embedded store, row copies on PostgreSQL. What belongs to the server
 * and not to the emulated world, its named values, is no part of them.
 */
@ApplicationScoped
public class Snapshots {
    /** Names that begin so are the server's own. */
    public static final String RESERVED = "_";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final String VALUE = "snapshot/";

    /** @param note what the caller wants to know about it later */
    public record Snapshot(String name, ObjectNode note) {}

    private final Store store;
    private SnapshotCopies copies;
    private volatile int schema;

    Snapshots(Store store) {
        this.store = store;
    }

    /** Whether users can give a snapshot this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Keeps the present state, in place of an earlier one of that name. */
    public synchronized void take(String name, ObjectNode note) {
        ObjectNode value = Json.object().put("schema", schema());
        value.set("note", note);
        store.writeAll(registry -> {
            registry.value(VALUE + name, Json.write(value));
            return null;
        });
        copies().take(name);
    }

    /** Puts a state back in one step; false where there is none that this version of the store can use. */
    public synchronized boolean restore(String name) {
        if (find(name).isEmpty()) {
            return false;
        }
        copies().restore(name);
        store.tenantsChanged();
        return true;
    }

    public synchronized boolean delete(String name) {
        boolean there = find(name).isPresent();
        store.writeAll(registry -> {
            registry.remove(VALUE + name);
            return null;
        });
        copies().delete(name);
        return there;
    }

    public Optional<Snapshot> find(String name) {
        return store.readAll(registry -> Optional.ofNullable(registry.value(VALUE + name)))
                .map(Json::parseObject)
                .filter(value -> value.get("schema").asInt() == schema() && copies().exists(name))
                .map(value -> new Snapshot(name, (ObjectNode) value.get("note")));
    }

    /** Those that users named, by name. */
    public List<Snapshot> all() {
        return store.readAll(registry -> registry.names(VALUE)).stream()
                .map(name -> name.substring(VALUE.length()))
                .filter(Snapshots::isName)
                .flatMap(name -> find(name).stream())
                .toList();
    }

    /** Number of the last migration: states of another schema cannot be put back. */
    private int schema() {
        if (schema == 0) {
            schema = store.readAll(registry -> registry.connected()
                    .query("select max(installed_rank) from flyway_schema_history", row -> row.getInt(1))
                    .get(0));
        }
        return schema;
    }

    private synchronized SnapshotCopies copies() {
        if (copies == null) {
            copies = store.openDatabase().dialect == Dialect.SQLITE
                    ? new SnapshotFiles(store)
                    : new SnapshotSchemas(store);
        }
        return copies;
    }
}
