package io.tenantry.odata.sql;

import io.tenantry.odata.sql.Link.Anchor;
import io.tenantry.resource.CollectionSource;
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
        sources.forEach((owner, source) -> Link.of(source).ifPresent(anchor -> anchors.put(owner, anchor)));
        Map<Anchor, List<Entity>> found = new HashMap<>();
        anchors.values().stream()
                .distinct()
                .collect(Collectors.groupingBy(Anchor::link, Collectors.mapping(Anchor::value, Collectors.toList())))
                .forEach((link, values) -> find(link, values, found));
        Map<String, List<Entity>> first = new HashMap<>();
        anchors.forEach((owner, anchor) -> first.put(owner, found.getOrDefault(anchor, List.of())));
        return first;
    }

    private void find(Link link, List<String> values, Map<Anchor, List<Entity>> found) {
        Sql sql = statement(link, values, most);
        session.query(sql.text(), row -> add(link, row, found), sql.values());
    }

    private static boolean add(Link link, Row row, Map<Anchor, List<Entity>> found) {
        return found.computeIfAbsent(new Anchor(link, row.getString(5)), anchor -> new ArrayList<>())
                .add(Session.entity(row));
    }

    /** Each owner is followed up to its last entity to be shown, however many there are behind. */
    static Sql statement(Link link, Collection<String> values, int most) {
        String marks = values.stream().map(value -> "(?)").collect(Collectors.joining(","));
        return new Sql()
                .add("with owner(value) as (values " + marks + ")", values.toArray())
                .add(" select o.type, o.id, o.parent, o.body, owner.value from owner cross join ")
                .add(link.rows("owner.value", "o"))
                .add(" and " + link.id("o") + " <= coalesce((select " + link.id("p") + " from ")
                .add(link.rows("owner.value", "p"))
                .add(" order by " + link.id("p") + " limit 1 offset " + (most - 1) + "), " + END + ")")
                .add(" order by owner.value, " + link.id("o"));
    }
}
