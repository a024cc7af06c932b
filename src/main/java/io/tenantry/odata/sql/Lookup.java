package io.tenantry.odata.sql;

import io.tenantry.odata.sql.Candidates.Ids;
import io.tenantry.store.Session;
import java.util.Optional;

/** Looks up what fulfils a condition that an index finds, as long as it is few. */
final class Lookup {
    private final Session session;
    private final SourceSql source;

    Lookup(Session session, SourceSql source) {
        this.session = session;
        this.source = source;
    }

    Optional<Ids> few(Sql condition) {
        Sql rows = new Sql().add(live()).add(condition);
        // the limit is never reached; it keeps SQLite from reading the type instead, in the order of the page
        Sql ids =
                new Sql().add("select id from (select o.id").add(rows).add(" limit " + 2 * Candidates.FREQUENT + ") f");
        return few(ids, rows);
    }

    /** @param found a statement for ids, each once, of which some may not be among the rows of the collection */
    Optional<Ids> fewAmong(Sql found) {
        Sql rows = new Sql()
                .add(" from (")
                .add(found)
                .add(") s cross join ")
                .add(source.from())
                .add(" where ")
                .add(source.where())
                .add(" and o.id = s.id");
        return few(new Sql().add("select o.id as id").add(rows), rows);
    }

    Optional<Ids> few(Sql ids, Sql rows) {
        Sql number = new Sql()
                .add("select count(*) from (select 1")
                .add(rows)
                .add(" limit " + (Candidates.FREQUENT + 1) + ") matches");
        long found = session.query(number.text(), row -> row.getLong(1), number.values())
                .get(0);
        return found > Candidates.FREQUENT ? Optional.empty() : Optional.of(new Ids(ids, found, 1, true));
    }

    /** The rows of the collection, to be narrowed further. */
    Sql live() {
        return new Sql()
                .add(" from ")
                .add(source.from())
                .add(" where ")
                .add(source.where())
                .add(" and ");
    }
}
