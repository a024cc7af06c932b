package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Property;
import io.tenantry.odata.sql.Candidates.Ids;
import io.tenantry.store.SearchTokens;
import io.tenantry.store.Session;
import java.util.Optional;

/** Looks up in {@code search_token} which objects of a type have tokens that begin with those asked for. */
final class SearchEntries {
    private final Session session;
    private final String type;
    private final Property property;

    SearchEntries(Session session, String type, Property property) {
        this.session = session;
        this.type = type;
        this.property = property;
    }

    /** How many entries the index has, and between which tokens they are. */
    private record Found(long number, String first, String last) {}

    /** The objects of the rarest token; empty where even that one is frequent, or nothing is asked for. */
    Optional<Ids> of(String text) {
        return SearchTokens.asked(text).stream()
                .map(token -> token(token).map(ids -> isWhole(token) ? ids : ids.inexact()))
                .reduce(Candidates::fewest)
                .orElse(Optional.empty());
    }

    /** Of long tokens the index has the beginning only. */
    private static boolean isWhole(String token) {
        return SearchTokens.cut(token).equals(token);
    }

    /** The entries of a single token are in the order of ids, those of several have to be brought into it. */
    private Optional<Ids> token(String asked) {
        Sql entries = new Sql()
                .add(
                        " from search_token t where t.tenant = {tenant} and t.type = ? and t.property = ? and ",
                        type,
                        property.name());
        Sql beginning = new Sql().add(entries).add(FilterSql.startsWith("t.token", SearchTokens.cut(asked)));
        Found found = found(beginning);
        if (found.number > Candidates.FREQUENT) {
            return Optional.empty();
        }
        Sql ids = found.number > 0 && found.first.equals(found.last)
                ? new Sql().add("select t.object_id as id").add(entries).add("t.token = ?", found.first)
                : new Sql().add("select distinct t.object_id as id").add(beginning);
        return Optional.of(new Ids(ids, found.number, 1, true));
    }

    private Found found(Sql entries) {
        Sql sql = new Sql()
                .add("select count(*), min(token), max(token) from (select t.token")
                .add(entries)
                .add(" limit " + (Candidates.FREQUENT + 1) + ") matches");
        return session.query(
                        sql.text(), row -> new Found(row.getLong(1), row.getString(2), row.getString(3)), sql.values())
                .get(0);
    }
}
