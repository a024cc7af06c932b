package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Navigation.Relation;
import io.tenantry.store.Entity;
import io.tenantry.store.Row;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The first objects at the other end of a reference, for a whole page of owners in one statement. */
public final class FirstRelated {
    /** Behind every id. */
    private static final String END = "'~'";

    private final Session session;
    private final Relation relation;
    private final String far;

    public FirstRelated(Session session, Relation relation) {
        this.session = session;
        this.relation = relation;
        this.far = ReferenceSql.far(relation);
    }

    /** By owner, at most so many for each; owners without any are left out. */
    public Map<String, List<Entity>> of(Collection<String> owners, int most) {
        Map<String, List<Entity>> found = new HashMap<>();
        if (!owners.isEmpty()) {
            Sql sql = statement(owners, most);
            session.query(sql.text(), row -> add(found, row), sql.values());
        }
        return found;
    }

    private static boolean add(Map<String, List<Entity>> found, Row row) {
        return found.computeIfAbsent(row.getString(5), owner -> new ArrayList<>())
                .add(Session.entity(row));
    }

    /** Each owner is followed up to its last object to be shown, however many there are behind. */
    Sql statement(Collection<String> owners, int most) {
        String marks = owners.stream().map(owner -> "(?)").collect(Collectors.joining(","));
        return new Sql()
                .add("with owner(id) as (values " + marks + ")", owners.toArray())
                .add(" select o.type, o.id, o.parent, o.body, owner.id from owner cross join ")
                .add(ReferenceSql.of(relation, "owner.id", "r", "o"))
                .add(" and r." + far + " <= coalesce((select l." + far + " from ")
                .add(ReferenceSql.of(relation, "owner.id", "l", "p"))
                .add(" order by l." + far + " limit 1 offset " + (most - 1) + "), " + END + ")")
                .add(" order by owner.id, r." + far);
    }
}
