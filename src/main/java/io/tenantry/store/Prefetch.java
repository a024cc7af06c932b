package io.tenantry.store;

import io.tenantry.store.key.Key;
import io.tenantry.store.key.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads for many objects in one statement each, so that the cost of a batch does not grow with round trips. */
public final class Prefetch {
    /** Values are read so many at a time. */
    private static final int MANY = 10_000;

    private static final String LIVE = " and deleted_date_time is null";

    private final Session session;

    Prefetch(Session session) {
        this.session = session;
    }

    private record Edge(String source, String target) {}

    /** The next live directory objects of a type behind an id, by id. */
    public List<Entity> page(String type, String after, int limit) {
        return session.query(
                "select id, body from directory_object where tenant = {tenant} and type = ?" + LIVE
                        + " and id > ? order by id limit ?",
                row -> Session.entity(type, row),
                type,
                after,
                limit);
    }

    /** Directory objects among these ids, live and deleted ones. */
    public List<Entity> objects(Collection<String> ids) {
        return select("select type, id, '', body from directory_object where tenant = {tenant} and id in ?", "", ids);
    }

    /** Which of these ids are those of live directory objects. */
    public Set<String> live(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(session.query(
                        "select id from directory_object where tenant = {tenant} and id in ?" + LIVE,
                        row -> row.getString(1),
                        ids));
    }

    /** Entities of a type that has a table of its own, such as log entries. */
    public List<Entity> entries(String type, Collection<String> ids) {
        return select(
                "select '" + type + "', id, '', body from " + Tables.of(type).name()
                        + " where tenant = {tenant} and id in ?",
                "",
                ids);
    }

    /** Live directory objects whose key column has one of these values. */
    public List<Entity> having(String path, Collection<String> values) {
        Key key = Tables.DIRECTORY_OBJECT
                .key(path)
                .orElseThrow(() -> new IllegalArgumentException("no key column for " + path));
        return select(
                "select type, id, '', body from directory_object where tenant = {tenant} and " + key.column() + " in ?",
                LIVE,
                values.stream().map(key::valueOf).toList());
    }

    /** Live directory objects that hold one of these values in a multi-valued property. */
    public List<Entity> holding(String property, Collection<String> values) {
        return select(
                "select distinct o.type, o.id, '', o.body from object_value v"
                        + " join directory_object o on o.tenant = v.tenant and o.id = v.object_id"
                        + " where v.tenant = {tenant} and o.deleted_date_time is null and v.property = '" + property
                        + "' and v.value in ?",
                "",
                values.stream().map(Key::fold).toList());
    }

    /** Every value of a key column, of whatever object, in the form that the column has. */
    public void values(String path, Consumer<String> use) {
        String column = Tables.DIRECTORY_OBJECT.key(path).orElseThrow().column();
        each(
                "select " + column + " from directory_object where tenant = {tenant} and " + column + " > ? order by "
                        + column,
                use);
    }

    /** Every value of a multi-valued property, folded. */
    public void elements(String property, Consumer<String> use) {
        each(
                "select value from object_value where tenant = {tenant} and property = '" + property
                        + "' and value > ? order by value",
                use);
    }

    private void each(String select, Consumer<String> use) {
        String last = "";
        for (int read = MANY; read == MANY; ) {
            List<String> values = session.query(select + " limit " + MANY, row -> row.getString(1), last);
            values.forEach(use);
            read = values.size();
            last = values.isEmpty() ? last : values.get(read - 1);
        }
    }

    /** Where each of these sources refers to, by references of a kind of which an object has one at most. */
    public Map<String, String> target(String kind, Collection<String> sources) {
        Map<String, String> targets = new HashMap<>();
        if (!sources.isEmpty()) {
            session.query(
                            "select source, target from relation where tenant = {tenant} and kind = ? and source in ?",
                            row -> new Edge(row.getString(1), row.getString(2)),
                            kind,
                            sources)
                    .forEach(edge -> targets.put(edge.source, edge.target));
        }
        return targets;
    }

    /** Where the sources behind one id and up to another refer to, likewise. */
    public Map<String, String> targets(String kind, String after, String upTo) {
        Map<String, String> targets = new HashMap<>();
        session.query(
                        "select source, target from relation where tenant = {tenant} and kind = ? and source > ? and source <= ?",
                        row -> new Edge(row.getString(1), row.getString(2)),
                        kind,
                        after,
                        upTo)
                .forEach(edge -> targets.put(edge.source, edge.target));
        return targets;
    }

    private List<Entity> select(String head, String tail, Collection<?> values) {
        if (values.isEmpty()) {
            return new ArrayList<>();
        }
        return session.query(head + tail, Session::entity, values);
    }
}
