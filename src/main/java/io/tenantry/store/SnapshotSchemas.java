package io.tenantry.store;

import io.tenantry.store.failure.StoreException;
import io.tenantry.store.failure.StoreUnavailable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Copies of the rows of a PostgreSQL database, each in a schema of its own. */
final class SnapshotSchemas implements SnapshotCopies {
    /** Up to this size deleting rows is quicker than giving a table new files. */
    private static final int SMALL_TABLE = 1 << 20;

    private static final int ATTEMPTS = 100;
    /** lock_not_available */
    private static final String LOCKED = "55P03";

    private final Store store;

    SnapshotSchemas(Store store) {
        this.store = store;
    }

    @Override
    public void take(String copy) {
        store.writeAll(registry -> {
            Connected connected = registry.connected();
            connected.update("set transaction isolation level repeatable read");
            String schema = schema(connected, copy);
            connected.update("drop schema if exists " + schema + " cascade");
            connected.update("create schema " + schema);
            for (String table : StateTables.of(connected)) {
                connected.update("create table " + schema + "." + table + " as table " + table);
            }
            return null;
        });
    }

    /**
     * In one transaction that holds every table by itself, that of the tenants first, as writers do, so that they queue up behind it. Whoever
     * still holds some and wants others goes first: this side gives way before the database would pick a victim, and tries again.
     */
    @Override
    public boolean restore(String copy) {
        for (int attempt = 1; !restored(copy); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new StoreUnavailable("its tables are in use", null);
            }
        }
        return true;
    }

    private boolean restored(String copy) {
        try {
            return store.writeAll(registry -> {
                Connected connected = registry.connected();
                List<String> tables = StateTables.of(connected);
                String schema = schema(connected, copy);
                connected.script("set local lock_timeout = '300ms'");
                connected.script("lock table tenant in access exclusive mode");
                connected.script("lock table " + String.join(", ", tables) + " in access exclusive mode");
                connected.script(tables.stream()
                        .map(table -> emptied(connected, table) + "; insert into " + table + " select * from " + schema
                                + "." + table)
                        .collect(Collectors.joining("; ")));
                return true;
            });
        } catch (StoreException e) {
            if (e.getCause() instanceof SQLException locked && LOCKED.equals(locked.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static String emptied(Connected connected, String table) {
        long size = connected
                .query("select pg_total_relation_size(?::regclass)", row -> row.getLong(1), table)
                .get(0);
        return (size < SMALL_TABLE ? "delete from " : "truncate ") + table;
    }

    @Override
    public <T> Optional<T> compare(String before, String after, Function<StatePair, T> look) {
        return Optional.of(store.snapshot(registry -> {
            Connected connected = registry.connected();
            String later = after.equals(Snapshots.PRESENT) ? "" : schema(connected, after) + ".";
            return look.apply(new StatePair(connected, schema(connected, before) + ".", later));
        }));
    }

    @Override
    public void delete(String copy) {
        store.writeAll(registry -> registry.connected()
                .update("drop schema if exists " + schema(registry.connected(), copy) + " cascade"));
    }

    @Override
    public boolean exists(String copy) {
        return store.readAll(registry -> !registry.connected()
                .query(
                        "select 1 from pg_namespace where nspname = current_schema() || '_snapshot_' || ?",
                        row -> row.getInt(1),
                        copy)
                .isEmpty());
    }

    /** Another server on this database may be making one: a copy that is not known yet is not one that was left behind. */
    @Override
    public void keepOnly(Set<String> known) {}

    private static String schema(Connected connected, String copy) {
        String current = connected
                .query("select current_schema()", row -> row.getString(1))
                .get(0);
        return '"' + current + "_snapshot_" + copy + '"';
    }
}
