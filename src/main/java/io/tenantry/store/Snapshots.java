package io.tenantry.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Named states of the whole store, to go back to. Page copies on the embedded store, row copies on PostgreSQL. What belongs to the server
 * and not to the emulated world, its named values, is no part of them.
 */
@ApplicationScoped
public class Snapshots {
    /** In place of a name: the state as it is. */
    public static final String PRESENT = "";

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

    /** Keeps the present state, in place of an earlier one of that name, which stays until this one is complete. */
    public synchronized void take(String name, ObjectNode note) {
        copies().keepOnly(known());
        Optional<String> before = value(name).map(value -> copy(name, value));
        String copy = Ids.random().replace("-", "").substring(0, 12);
        copies().take(copy);
        ObjectNode value = Json.object().put("schema", schema()).put("copy", copy);
        value.set("note", note);
        store.writeAll(registry -> {
            registry.value(VALUE + name, Json.write(value));
            return null;
        });
        before.ifPresent(copies()::delete);
    }

    /** Puts a state back in one step; false where there is none that this version of the store can use. */
    public synchronized boolean restore(String name) {
        if (find(name).isEmpty() || !copies().restore(copy(name, value(name).orElseThrow()))) {
            return false;
        }
        store.tenantsChanged();
        return true;
    }

    /**
     * Looks at a state beside another one.
     *
     * @param after may be the {@link #PRESENT} one
     * @return empty where there is none of a name
     */
    public synchronized <T> Optional<T> compare(String before, String after, Function<StatePair, T> look) {
        boolean present = after.equals(PRESENT);
        if (find(before).isEmpty() || !present && find(after).isEmpty()) {
            return Optional.empty();
        }
        return copies().compare(copyOf(before), present ? PRESENT : copyOf(after), look);
    }

    private String copyOf(String name) {
        return copy(name, value(name).orElseThrow());
    }

    public synchronized boolean delete(String name) {
        boolean there = find(name).isPresent();
        Optional<String> copy = value(name).map(value -> copy(name, value));
        store.writeAll(registry -> {
            registry.remove(VALUE + name);
            return null;
        });
        copy.ifPresent(copies()::delete);
        return there;
    }

    public Optional<Snapshot> find(String name) {
        return value(name)
                .filter(value -> value.get("schema").asInt() == schema() && copies().exists(copy(name, value)))
                .map(value -> new Snapshot(name, (ObjectNode) value.get("note")));
    }

    private Optional<ObjectNode> value(String name) {
        return store.readAll(registry -> Optional.ofNullable(registry.value(VALUE + name)))
                .map(Json::parseObject);
    }

    /** Which copy a name stands for. Taking a state again makes another copy, so that name and state change together or not at all. */
    private static String copy(String name, ObjectNode value) {
        return value.path("copy").asText(name);
    }

    private Set<String> known() {
        return names().flatMap(name -> value(name).map(value -> copy(name, value)).stream())
                .collect(Collectors.toSet());
    }

    private Stream<String> names() {
        return store.readAll(registry -> registry.names(VALUE)).stream().map(name -> name.substring(VALUE.length()));
    }

    /** Those that users named, by name. */
    public List<Snapshot> all() {
        return names().filter(Snapshots::isName)
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
