package io.tenantry.store;

import io.tenantry.store.failure.UniqueViolation;
import io.tenantry.store.key.Key;
import io.tenantry.store.key.Table;
import io.tenantry.store.key.Tables;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One tenant's data within one transaction. The tenant is bound when the session is made and goes into every statement; nothing of
 * another tenant can be reached through it.
 */
public final class Session {
    private final Connected connected;
    private final Tenant tenant;

    Session(Connected connected, Tenant tenant) {
        this.connected = connected;
        this.tenant = tenant;
    }

    public Tenant tenant() {
        return tenant;
    }

    public Dialect dialect() {
        return connected.dialect();
    }

    /** The session of another tenant in the same transaction, where tenants meet on purpose: {@code ClosedListsTest} lists who may. */
    public Session of(Tenant other) {
        return new Session(connected, other);
    }

    /**
     * Runs when the transaction is durable and others may write; not at all when it is rolled back. The writer waits for it. What it
     * writes, it writes in transactions of its own.
     */
    public void afterCommit(Consumer<Store> work) {
        connected.afterCommit(work);
    }

    /** Waits until no other writer of the tenant is at work; the embedded store has one writer only. */
    public void takeTurn() {
        if (dialect() == Dialect.POSTGRESQL) {
            query(
                    "select txid_current(), now()::text from tenant where key = {tenant} for update",
                    connected::identify);
        }
    }

    /** Takes the turns of two tenants, always in the same order, so that no two transactions wait for each other. */
    public static void takeTurns(Session one, Session other) {
        boolean inOrder = one.tenant.key() < other.tenant.key();
        (inOrder ? one : other).takeTurn();
        (inOrder ? other : one).takeTurn();
    }

    // ---- entities

    /** A live object by type and id. */
    public Optional<Entity> find(String type, String id) {
        return findChild(type, "", id);
    }

    /** A live object contained in another one. Only the body is read: each column costs a call of the database's library. */
    public Optional<Entity> findChild(String type, String parent, String id) {
        Table table = Tables.of(type);
        if (table == Tables.DIRECTORY_OBJECT) {
            return body(
                    type,
                    "",
                    id,
                    "select body from directory_object where tenant = {tenant} and id = ? and type = ? and deleted_date_time is null",
                    id,
                    type);
        }
        if (!table.name().equals("entity")) {
            return body(type, "", id, "select body from " + table.name() + " where tenant = {tenant} and id = ?", id);
        }
        return body(
                type,
                parent,
                id,
                "select body from entity where tenant = {tenant} and type = ? and parent = ? and id = ? and deleted_date_time is null",
                type,
                parent,
                id);
    }

    private Optional<Entity> body(String type, String parent, String id, String sql, Object... parameters) {
        return query(sql, row -> new Entity(type, id, parent, row.getBytes(1)), parameters).stream()
                .findFirst();
    }

    /** A directory object of any type; {@code deleted} says whether among the deleted or the live ones. */
    public Optional<Entity> findObject(String id, boolean deleted) {
        return one(
                "select type, id, '', body from directory_object where tenant = {tenant} and id = ? and deleted_date_time is "
                        + (deleted ? "not null" : "null"),
                id);
    }

    /** A soft-deleted object contained in another one. */
    public Optional<Entity> findDeletedChild(String type, String parent, String id) {
        return one(
                "select type, id, parent, body from entity"
                        + " where tenant = {tenant} and type = ? and parent = ? and id = ? and deleted_date_time is not null",
                type,
                parent,
                id);
    }

    /** The live object whose key column has this value. */
    public Optional<Entity> findBy(String type, String path, String value) {
        return allBy(type, path, value).stream().findFirst();
    }

    public List<Entity> allBy(String type, String path, String value) {
        Table table = Tables.of(type);
        Key key = table.key(path).orElseThrow(() -> new IllegalArgumentException("no key column for " + path));
        return query(
                "select type, id, " + (table == Tables.DIRECTORY_OBJECT ? "''" : "parent") + ", body from "
                        + table.name()
                        + " where tenant = {tenant} and type = ? and " + key.column()
                        + " = ? and deleted_date_time is null"
                        + " order by id",
                Session::entity,
                type,
                key.valueOf(value));
    }

    /** All live objects contained in one object, by id. */
    public List<Entity> children(String type, String parent) {
        return query(
                "select type, id, parent, body from entity"
                        + " where tenant = {tenant} and type = ? and parent = ? and deleted_date_time is null order by id",
                Session::entity,
                type,
                parent);
    }

    /** Live directory objects among these ids, by id. */
    public List<Entity> objects(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return query(
                "select type, id, '', body from directory_object where tenant = {tenant} and id in ?"
                        + " and deleted_date_time is null order by id",
                Session::entity,
                ids);
    }

    /** Live directory objects that hold a value (folded) in a multi-valued property. */
    public List<Entity> holding(String property, String value) {
        return query(
                "select o.type, o.id, '', o.body from object_value v join directory_object o on o.tenant = v.tenant and o.id = v.object_id"
                        + " where v.tenant = {tenant} and v.property = ? and v.value = ? and o.deleted_date_time is null order by o.id",
                Session::entity,
                property,
                Key.fold(value));
    }

    /** Reads for many objects at once. */
    public Prefetch prefetch() {
        return new Prefetch(this);
    }

    public void insert(Entity entity) {
        insertAll(List.of(entity));
    }

    /** Inserts entities, by runs of one table. Throws {@link UniqueViolation} where a unique value is taken. */
    public void insertAll(Collection<Entity> entities) {
        new EntityRows(connected, tenant).insert(entities);
    }

    /** The same for later on in the transaction; what the entities hold must stay until then. */
    public Insertion inserting(Supplier<? extends Collection<Entity>> entities) {
        return Insertion.begin(new EntityRows(connected, tenant), entities);
    }

    public void insertAll(Insertion insertion) {
        new EntityRows(connected, tenant).insert(insertion.statements());
    }

    public void update(Entity entity) {
        updateAll(List.of(entity));
    }

    public void updateAll(Collection<Entity> entities) {
        new EntityRows(connected, tenant).update(entities);
    }

    /** Updates directory objects that take names of each other, in whatever order. */
    public void exchangeAll(Collection<Entity> objects) {
        EntityRows rows = new EntityRows(connected, tenant);
        rows.freeNames(objects);
        rows.update(objects);
    }

    /** Removes rows for good, with their values and references. */
    public void remove(Entity entity) {
        new EntityRows(connected, tenant).remove(entity);
    }

    /** Removes log entries for good, with their values. */
    public void removeAll(String type, Collection<String> ids) {
        new EntityRows(connected, tenant).removeAll(Tables.of(type), ids);
    }

    /** Who refers to whom. */
    public References references() {
        return new References(this);
    }

    /** What has changed, in its order. */
    public ChangeSequence changes() {
        return new ChangeSequence(this);
    }

    // ---- statements: {tenant} stands for the tenant and must occur; a collection, not empty, may be bound to the mark
    // of "in ?"

    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) {
        return connected.query(bound(sql), mapper, parameters);
    }

    public int update(String sql, Object... parameters) {
        return connected.update(bound(sql), parameters);
    }

    public void updateAll(String sql, Iterable<Object[]> rows) {
        connected.updateAll(bound(sql), rows);
    }

    private Optional<Entity> one(String sql, Object... parameters) {
        return query(sql, Session::entity, parameters).stream().findFirst();
    }

    /** Type, id, parent, body; the body as bytes, both drivers hand out text so, spares a decoding. */
    public static Entity entity(Row row) {
        return new Entity(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4));
    }

    /** Id and body of a directory object whose type is known. */
    public static Entity entity(String type, Row row) {
        return new Entity(type, row.getString(1), "", row.getBytes(2));
    }

    private String bound(String sql) {
        return bound(sql, tenant);
    }

    static String bound(String sql, Tenant tenant) {
        if (!sql.contains("{tenant}")) {
            throw new IllegalArgumentException("a statement without tenant: " + sql);
        }
        return sql.replace("{tenant}", Integer.toString(tenant.key()));
    }
}
