package io.tenantry.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.store.key.Key;
import io.tenantry.store.key.Table;
import io.tenantry.store.key.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes entities as rows: the document, its key columns, its multi-valued keys, its search tokens. */
final class EntityRows {
    /** From so many on, sharing the work pays. */
    private static final int MANY = 64;

    private static final String INSERT_VALUES =
            "insert into object_value (tenant, object_id, property, ordinal, value) values ({tenant},?,?,?,?)";

    private final Connected connected;
    private final Tenant tenant;

    EntityRows(Connected connected, Tenant tenant) {
        this.connected = connected;
        this.tenant = tenant;
    }

    void insert(Collection<Entity> entities) {
        insert(insertion(entities));
    }

    void insert(List<Insertion.Rows> statements) {
        statements.forEach(each -> connected.updateAll(each.sql(), each.rows()));
    }

    /** The statements by which entities come into the store, in their order. Nothing is asked of it. */
    List<Insertion.Rows> insertion(Collection<Entity> entities) {
        List<Insertion.Rows> statements = new ArrayList<>();
        byTable(entities).forEach((table, rows) -> {
            statements.add(new Insertion.Rows(bound(insertStatement(table)), rows(table, rows)));
            statements.add(new Insertion.Rows(bound(INSERT_VALUES), values(table, rows)));
            if (!table.tokens().isEmpty()) {
                statements.add(new TokenRows(connected, tenant).insertion(rows));
            }
        });
        return statements;
    }

    /** Their names may be taken until they are written again. */
    void freeNames(Collection<Entity> objects) {
        updateAll(
                "update directory_object set user_principal_name = null where tenant = {tenant} and id = ?",
                objects.stream().map(each -> new Object[] {each.id()}).toList());
    }

    void update(Collection<Entity> entities) {
        byTable(entities).forEach((table, rows) -> {
            if (!table.tokens().isEmpty()) {
                new TokenRows(connected, tenant).update(rows);
            }
            updateAll(updateStatement(table), rows(table, rows));
            if (!table.values().isEmpty()) {
                removeValues(rows);
                updateAll(INSERT_VALUES, values(table, rows));
            }
        });
    }

    void remove(Entity entity) {
        Table table = Tables.of(entity.type());
        if (table == Tables.DIRECTORY_OBJECT) {
            removeValues(List.of(entity));
            new TokenRows(connected, tenant).remove(entity);
            removeReferences(entity.id());
        }
        connected.update(
                bound("delete from " + table.name()
                        + " where tenant = {tenant} and type = ? and parent = ? and id = ?"),
                entity.type(),
                entity.parent(),
                entity.id());
    }

    /** Rows to which nothing refers, of a table without search tokens. */
    void removeAll(Table table, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        if (!table.values().isEmpty()) {
            connected.update(bound("delete from object_value where tenant = {tenant} and object_id in ?"), ids);
        }
        connected.update(bound("delete from " + table.name() + " where tenant = {tenant} and id in ?"), ids);
    }

    /** By kind, with which both indexes begin. */
    private void removeReferences(String id) {
        for (String end : List.of("source", "target")) {
            connected.update(
                    bound("delete from relation where tenant = {tenant} and kind in ? and " + end + " = ?"),
                    References.KINDS,
                    id);
        }
    }

    private static Map<Table, List<Entity>> byTable(Collection<Entity> entities) {
        return entities.stream()
                .collect(Collectors.groupingBy(e -> Tables.of(e.type()), LinkedHashMap::new, Collectors.toList()));
    }

    private String insertStatement(Table table) {
        String columns = columns(table).collect(Collectors.joining(", "));
        String marks = columns(table).map(c -> "?").collect(Collectors.joining(","));
        return "insert into " + table.name() + " (" + columns + ", type, parent, id, tenant) values (" + marks
                + ",?,?,?,{tenant})";
    }

    private String updateStatement(Table table) {
        String columns = columns(table).map(c -> c + " = ?").collect(Collectors.joining(", "));
        return "update " + table.name() + " set " + columns
                + " where type = ? and parent = ? and id = ? and tenant = {tenant}";
    }

    private static Stream<String> columns(Table table) {
        return Stream.concat(Stream.of("body"), table.columns().stream().map(Key::column));
    }

    /** Many documents are written as JSON on all cores: only one statement at a time can take them. */
    private static List<Object[]> rows(Table table, List<Entity> entities) {
        Stream<Entity> each = entities.size() < MANY ? entities.stream() : entities.parallelStream();
        return each.map(entity -> row(table, entity)).toList();
    }

    private static Object[] row(Table table, Entity entity) {
        Object[] row = new Object[table.columns().size() + 4];
        int i = 0;
        row[i++] = Json.write(entity.properties());
        for (Key key : table.columns()) {
            row[i++] = key.valueIn(entity.properties());
        }
        row[i++] = entity.type();
        row[i++] = entity.parent();
        row[i] = entity.id();
        return row;
    }

    /** Deleted objects hold no values: their addresses are free and no filter finds them. */
    private static List<Object[]> values(Table table, List<Entity> entities) {
        List<Object[]> rows = new ArrayList<>();
        for (Entity entity : entities) {
            if (entity.get("deletedDateTime") == null) {
                for (String path : table.values()) {
                    addValues(rows, table, entity, path);
                }
                if (table == Tables.DIRECTORY_OBJECT) {
                    addExtensions(rows, entity);
                }
            }
        }
        return rows;
    }

    private static void addValues(List<Object[]> rows, Table table, Entity entity, String path) {
        String[] names = path.split("/");
        JsonNode elements = entity.get(names[0]);
        if (elements == null) {
            return;
        }
        int ordinal = 0;
        for (JsonNode element : elements) {
            JsonNode value = names.length == 1 ? element : element.get(names[1]);
            if (value != null && !value.isNull() && table.holds(value.asText()) && isSearchable(element)) {
                rows.add(new Object[] {entity.id(), path, ordinal, Key.fold(value.asText())});
            }
            ordinal++;
        }
    }

    private static void addExtensions(List<Object[]> rows, Entity entity) {
        int ordinal = 0;
        for (Map.Entry<String, JsonNode> each : entity.properties().properties()) {
            if (each.getKey().startsWith(Tables.EXTENSION)) {
                rows.add(new Object[] {entity.id(), Tables.EXTENSION, ordinal++, Key.fold(each.getKey())});
            }
        }
    }

    /** Identities of this kind never match a filter (directory.md §3.3). */
    private static boolean isSearchable(JsonNode element) {
        return !"userPrincipalName".equals(element.path("signInType").asText());
    }

    private void removeValues(List<Entity> entities) {
        updateAll(
                "delete from object_value where tenant = {tenant} and object_id = ?",
                entities.stream().map(e -> new Object[] {e.id()}).toList());
    }

    private void updateAll(String sql, List<Object[]> rows) {
        connected.updateAll(bound(sql), rows);
    }

    private String bound(String sql) {
        return Session.bound(sql, tenant);
    }
}
