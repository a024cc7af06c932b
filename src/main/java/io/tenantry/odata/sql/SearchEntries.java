package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Property;
import io.tenantry.odata.sql.Candidates.Ids;
import io.tenantry.store.Session;
import io.tenantry.store.key.SearchTokens;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

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

    /** The objects of the rarest token; empty where even that one is frequent, or nothing is asked for. */
    Optional<Ids> of(String text) {
        Set<String> asked = SearchTokens.asked(text);
        return asked.stream()
                .flatMap(token -> few(token).map(ids -> isWhole(token) ? ids : ids.inexact()).stream())
                .min(Comparator.comparingLong(Ids::number))
                .map(ids -> asked.size() == 1 ? ids : ids.inexact());
    }

    /** The objects of the only token that begins with the only one asked for, however many they are. */
    Optional<Ids> ofOneToken(String text) {
        Set<String> asked = SearchTokens.asked(text);
        return asked.size() == 1 && asked.stream().allMatch(SearchEntries::isWhole)
                ? only(asked.iterator().next()).map(token -> new Ids(ids(token), Long.MAX_VALUE, 1, true))
                : Optional.empty();
    }

    /** Of long tokens the index has the beginning only. */
    private static boolean isWhole(String token) {
        return SearchTokens.cut(token).equals(token);
    }

    /** The first token of the index, where it is the last one as well. */
    private Optional<String> only(String asked) {
        Sql beginning = beginning(asked);
        Sql sql = new Sql()
                .add("select e.least from (select (select min(t.token)")
                .add(beginning)
                .add(") as least, (select max(t.token)")
                .add(beginning)
                .add(") as most) e where e.least = e.most");
        return session.query(sql.text(), row -> row.getString(1), sql.values()).stream()
                .findFirst();
    }

    private Optional<Ids> few(String asked) {
        Sql beginning = beginning(asked);
        Sql number = new Sql()
                .add("select count(*) from (select 1")
                .add(beginning)
                .add(" limit " + (Candidates.FREQUENT + 1) + ") matches");
        long found = session.query(number.text(), row -> row.getLong(1), number.values())
                .get(0);
        return found > Candidates.FREQUENT
                ? Optional.empty()
                : Optional.of(new Ids(
                        new Sql().add("select distinct t.object_id as id").add(beginning), found, 1, true));
    }

    private Sql beginning(String asked) {
        return new Sql().add(entries()).add(FilterSql.startsWith("t.token", SearchTokens.cut(asked)));
    }

    /** In the order of ids. */
    private Sql ids(String token) {
        return new Sql().add("select t.object_id as id").add(entries()).add("t.token = ?", token);
    }

    private Sql entries() {
        return new Sql()
                .add(
                        " from search_token t where t.tenant = {tenant} and t.type = ? and t.property = ? and ",
                        type,
                        property.name());
    }
}
