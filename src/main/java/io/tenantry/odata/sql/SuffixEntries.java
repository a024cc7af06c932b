package io.tenantry.odata.sql;

import io.tenantry.format.Json;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.sql.Candidates.Ids;
import io.tenantry.store.Dialect;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what ends with a text by comparing the entries of the index that has the values in their order, a small part of what the objects
 * themselves would be to read: once, up to as many matches as are few. Only the embedded store can be told to.
 */
final class SuffixEntries {
    /** What {@code endsWith} is for (odata-protocol.md §4.3); the values of collections have an index of their own. */
    private static final Map<String, String> INDEXES =
            Map.of("mail", "directory_object_mail", "userPrincipalName", "directory_object_upn");

    private final Session session;
    private final SourceSql source;

    SuffixEntries(Session session, SourceSql source) {
        this.session = session;
        this.source = source;
    }

    /**
     * @param column of the values
     * @param condition of the match, on a row {@code o}
     */
    Optional<Ids> of(Filter.Match match, String column, Sql condition) {
        String index = INDEXES.get(match.path().joined());
        if (index == null || session.dialect() != Dialect.SQLITE) {
            return Optional.empty();
        }
        Sql entries = new Sql()
                .add("select o.id from (select o.rowid as entry from ")
                .add(source.from())
                .add(session.dialect().readBy(index) + " where o.tenant = {tenant} and " + column + " is not null and ")
                .add(condition)
                .add(" limit -1) e cross join ")
                .add(source.from())
                .add(" where o.rowid = e.entry and ")
                .add(source.where())
                .add(" limit " + (Candidates.FREQUENT + 1));
        List<String> found = session.query(entries.text(), row -> row.getString(1), entries.values());
        return found.size() > Candidates.FREQUENT
                ? Optional.empty()
                : Optional.of(new Ids(
                        new Sql()
                                .add(
                                        "select o.id as id from json_each(?) j cross join directory_object o"
                                                + " where o.tenant = {tenant} and o.id = j.value",
                                        Json.write(Json.array(found))),
                        found.size(),
                        1,
                        true));
    }
}
