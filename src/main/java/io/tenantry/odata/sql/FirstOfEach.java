package io.tenantry.odata.sql;

import io.tenantry.family.CollectionSource;
import io.tenantry.odata.edm.Navigation.Relation;
import io.tenantry.odata.sql.OwnedRows.Anchor;
import io.tenantry.store.Dialect;
import io.tenantry.store.Entity;
import io.tenantry.store.Row;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The first entities of the collections of a whole page of owners, in one statement for all that are linked alike. */
public final class FirstOfEach {
    /** Behind every id. */
    private static final String END = "'~'";

    private final Session session;
    private final int most;

    /** @param most entities for each owner */
    public FirstOfEach(Session session, int most) {
        this.session = session;
        this.most = most;
    }

    /**
     * By owner; owners whose collections take a statement each are left out.
     *
     * @param sources by owner
     */
    public Map<String, List<Entity>> of(Map<String, CollectionSource> sources) {
        Map<String, Anchor> anchors = new HashMap<>();
        sources.forEach((owner, source) -> OwnedRows.of(source).ifPresent(anchor -> anchors.put(owner, anchor)));
        Map<Anchor, List<Entity>> found = new HashMap<>();
        anchors.values().stream()
                .distinct()
                .collect(Collectors.groupingBy(Anchor::owned, Collectors.mapping(Anchor::value, Collectors.toList())))
                .forEach((owned, values) -> find(owned, values, found));
        Map<String, List<Entity>> first = new HashMap<>();
        anchors.forEach((owner, anchor) -> first.put(owner, found.getOrDefault(anchor, List.of())));
        return first;
    }

    private void find(OwnedRows owned, List<String> values, Map<Anchor, List<Entity>> found) {
        Sql sql = statement(owned, values, most, session.dialect());
        session.query(sql.text(), row -> add(owned, row, found), sql.values());
    }

    private static boolean add(OwnedRows owned, Row row, Map<Anchor, List<Entity>> found) {
        return found.computeIfAbsent(new Anchor(owned, row.getString(5)), anchor -> new ArrayList<>())
                .add(Session.entity(row));
    }

    static Sql statement(OwnedRows owned, Collection<String> values, int most, Dialect dialect) {
        return owned instanceof OwnedRows.ByReferences references
                ? overSteps(references.relation(), values, most, dialect)
                : inOneStep((OwnedRows.OneStep) owned, values, most);
    }

    private static Sql owners(String with, Collection<String> values) {
        String marks = values.stream().map(value -> "(?)").collect(Collectors.joining(","));
        return new Sql().add(with + " owner(value) as (values " + marks + ")", values.toArray());
    }

    /** Each owner is followed up to its last entity to be shown, however many there are behind. */
    private static Sql inOneStep(OwnedRows.OneStep owned, Collection<String> values, int most) {
        return owners("with", values)
                .add(" select o.type, o.id, o.parent, o.body, owner.value from owner cross join ")
                .add(owned.rows("owner.value", "o"))
                .add(" and " + owned.id("o") + " <= coalesce((select " + owned.id("p") + " from ")
                .add(owned.rows("owner.value", "p"))
                .add(" order by " + owned.id("p") + " limit 1 offset " + (most - 1) + "), " + END + ")")
                .add(" order by owner.value, " + owned.id("o"));
    }

    /** What all owners reach is followed reference by reference; of each the first are read. */
    private static Sql overSteps(Relation relation, Collection<String> values, int most, Dialect dialect) {
        String near = relation.inverse() ? "target" : "source";
        String far = relation.inverse() ? "source" : "target";
        String step = "r.tenant = {tenant} and r.kind = ? and r." + near + " = ";
        return owners("with recursive", values)
                .add(
                        ", reach(owner, id) as (select owner.value, r." + far + " from owner"
                                + dialect.leadingTo("relation", "r", step + "owner.value")
                                + " union select reach.owner, r." + far + " from reach"
                                + dialect.leadingTo("relation", "r", step + "reach.id") + ")",
                        relation.kind(),
                        relation.kind())
                .add(", live(owner, id, place) as (select reach.owner, reach.id,"
                        + " row_number() over (partition by reach.owner order by reach.id) from reach"
                        + dialect.leadingTo("directory_object", "e", "e.tenant = {tenant} and e.id = reach.id")
                        + " where e.deleted_date_time is null)")
                .add(" select o.type, o.id, o.parent, o.body, f.owner from (select owner, id from live where place <= "
                        + most + ") f")
                .add(dialect.leadingTo("directory_object", "o", "o.tenant = {tenant} and o.id = f.id"))
                .add(" order by f.owner, o.id");
    }
}
