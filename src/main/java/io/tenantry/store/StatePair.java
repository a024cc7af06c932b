package io.tenantry.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Two states of the store, beside each other: what the later one has, has no more, or has otherwise. */
public final class StatePair {
    /** No tenant has it. */
    private static final int NOBODY = -1;

    private static final List<String> TABLES = List.of("directory_object", "entity");

    private final Connected connected;
    private final String before;
    private final String after;

    /** @param before what stands before the name of a table of the earlier state, likewise {@code after} */
    StatePair(Connected connected, String before, String after) {
        this.connected = connected;
        this.before = before;
        this.after = after;
    }

    /** A tenant that is in one of the states, or in both. */
    public record InEither(String id, String alias, String displayName, int keyBefore, int keyAfter) {}

    /** How many of a type are different. */
    public record Count(String type, long added, long changed, long removed) {}

    /** Where an object stands in the order of differences. */
    public record Place(String type, String parent, String id) {
        public static final Place FIRST = new Place("", "", "");
    }

    /**
     * An object, or a reference from its {@code parent} to its {@code id}, that is in one state only, or is not the same in both. What is in
     * the deleted items is not there, though it still has its document.
     *
     * @param before its document; empty where there was none, and for references
     */
    public record Difference(Place place, Kind kind, Optional<byte[]> before, Optional<byte[]> after) {}

    /** How the later state is different. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** By id. */
    public List<InEither> tenants() {
        Map<String, InEither> all = new TreeMap<>();
        tenants(before, row -> all.put(row.getString(2), tenant(row, row.getInt(1), NOBODY)));
        tenants(after, row -> {
            InEither earlier = all.get(row.getString(2));
            return all.put(row.getString(2), tenant(row, earlier == null ? NOBODY : earlier.keyBefore, row.getInt(1)));
        });
        return new ArrayList<>(all.values());
    }

    private void tenants(String state, RowMapper<InEither> mapper) {
        connected.query("select key, id, alias, display_name from " + state + "tenant", mapper);
    }

    private static InEither tenant(Row row, int keyBefore, int keyAfter) {
        return new InEither(row.getString(2), row.getString(3), row.getString(4), keyBefore, keyAfter);
    }

    /**
     * Type by type.
     *
     * @param types of objects that are compared, beside all references
     */
    public List<Count> counts(InEither tenant, Set<String> types) {
        List<Object> values = new ArrayList<>();
        return connected.query(
                "select type, " + count(Kind.ADDED) + count(Kind.CHANGED) + count(Kind.REMOVED) + "count(*) from ("
                        + differences(tenant, types, values) + ") d group by type order by type",
                row -> new Count(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                values.toArray());
    }

    private static String count(Kind kind) {
        return "sum(case when kind = '" + kind + "' then 1 else 0 end), ";
    }

    /**
     * In the order of their places, from behind one on.
     *
     * @param types of objects and kinds of references
     */
    public List<Difference> differences(InEither tenant, Set<String> types, Place behind, int most) {
        List<Object> values = new ArrayList<>();
        String sql = "select type, parent, id, kind, earlier, later from (" + differences(tenant, types, values)
                + ") d where type in ? and (type, parent, id) > (?,?,?) order by type, parent, id limit ?";
        values.addAll(List.of(types, behind.type, behind.parent, behind.id, most));
        return connected.query(sql, StatePair::difference, values.toArray());
    }

    private static Difference difference(Row row) {
        return new Difference(
                new Place(row.getString(1), row.getString(2), row.getString(3)),
                Kind.valueOf(row.getString(4)),
                Optional.ofNullable(row.getBytes(5)),
                Optional.ofNullable(row.getBytes(6)));
    }

    private String differences(InEither tenant, Set<String> types, List<Object> values) {
        List<String> parts = new ArrayList<>();
        for (String table : TABLES) {
            parts.add("select b.type, b.parent, b.id, case when a.id is null then 'REMOVED'"
                    + " when b.deleted_date_time is null and a.deleted_date_time is not null then 'REMOVED'"
                    + " when b.deleted_date_time is not null and a.deleted_date_time is null then 'ADDED'"
                    + " else 'CHANGED' end as kind, b.body as earlier, a.body as later from " + before + table
                    + " b left join " + after + table
                    + " a on a.tenant = ? and a.type = b.type and a.parent = b.parent and a.id = b.id"
                    + " where b.tenant = ? and b.type in ? and (a.id is null or a.body <> b.body)");
            values.addAll(List.of(tenant.keyAfter, tenant.keyBefore, types));
            parts.add("select a.type, a.parent, a.id, 'ADDED', null, a.body from " + after + table
                    + " a left join " + before + table
                    + " b on b.tenant = ? and b.type = a.type and b.parent = a.parent and b.id = a.id"
                    + " where a.tenant = ? and a.type in ? and b.id is null and a.deleted_date_time is null");
            values.addAll(List.of(tenant.keyBefore, tenant.keyAfter, types));
        }
        parts.add(references(after, before, "ADDED"));
        values.addAll(List.of(tenant.keyBefore, tenant.keyAfter));
        parts.add(references(before, after, "REMOVED"));
        values.addAll(List.of(tenant.keyAfter, tenant.keyBefore));
        return String.join(" union all ", parts);
    }

    private static String references(String there, String missing, String kind) {
        return "select r.kind, r.source, r.target, '" + kind + "', null, null from " + there + "relation r left join "
                + missing + "relation m on m.tenant = ? and m.kind = r.kind and m.source = r.source"
                + " and m.target = r.target where r.tenant = ? and m.target is null";
    }

    /** The documents of objects of the directory by their ids, as the later state has them, else the earlier one. */
    public Map<String, byte[]> objects(InEither tenant, Set<String> ids) {
        Map<String, byte[]> found = new TreeMap<>();
        if (!ids.isEmpty()) {
            objects(before, tenant.keyBefore, ids, found);
            objects(after, tenant.keyAfter, ids, found);
        }
        return found;
    }

    private void objects(String state, int tenant, Set<String> ids, Map<String, byte[]> found) {
        connected.query(
                "select id, body from " + state + "directory_object where tenant = ? and id in ?",
                row -> found.put(row.getString(1), row.getBytes(2)),
                tenant,
                ids);
    }
}
