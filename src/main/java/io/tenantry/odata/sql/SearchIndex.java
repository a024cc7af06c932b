package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Property;
import io.tenantry.odata.search.Search;
import io.tenantry.store.SearchTokens;
import io.tenantry.store.Session;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which objects a search can find, by the index of tokens. Of tokens that must all be there the rarest is looked up, the others are
 * compared on the rows it leads to. Where even the rarest is frequent, the index is of no use: in id order the next match is near.
 */
final class SearchIndex {
    /**
     * Looking up the ids of a token costs their number, walking through a tenant the size of the tenant by their number. Both are equal
     * here in a tenant of a few 100,000.
     */
    private static final int FREQUENT = 5000;

    /** Ids that hold at least all matches, and how many they are. */
    private record Ids(Sql sql, long number) {}

    private final Session session;
    private final String type;

    SearchIndex(Session session, String type) {
        this.session = session;
        this.type = type;
    }

    /** A statement for the ids among which all matches are; empty where the matches are many or not to be found by tokens. */
    Optional<Sql> ids(Search search) {
        return candidates(search).map(Ids::sql);
    }

    private Optional<Ids> candidates(Search search) {
        if (search instanceof Search.And and) {
            return Stream.of(candidates(and.left()), candidates(and.right()))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingLong(Ids::number));
        }
        if (search instanceof Search.Or or) {
            return candidates(or.left()).flatMap(left -> candidates(or.right()).flatMap(right -> union(left, right)));
        }
        Search.Clause clause = (Search.Clause) search;
        return clause.property().search() == Property.Search.TOKENS ? rarest(clause) : Optional.empty();
    }

    private static Optional<Ids> union(Ids left, Ids right) {
        long number = left.number + right.number;
        return number > FREQUENT
                ? Optional.empty()
                : Optional.of(new Ids(new Sql().add(left.sql).add(" union ").add(right.sql), number));
    }

    private Optional<Ids> rarest(Search.Clause clause) {
        return SearchTokens.asked(clause.text()).stream()
                .map(token -> ids(clause.property().name(), token))
                .filter(ids -> ids.number <= FREQUENT)
                .min(Comparator.comparingLong(Ids::number));
    }

    private Ids ids(String property, String token) {
        Sql rows = new Sql()
                .add(
                        " from search_token t where t.tenant = {tenant} and t.type = ? and t.property = ? and ",
                        type,
                        property)
                .add(FilterSql.startsWith("t.token", SearchTokens.cut(token)));
        Sql number =
                new Sql().add("select count(*) from (select 1").add(rows).add(" limit " + (FREQUENT + 1) + ") matches");
        return new Ids(
                new Sql().add("select t.object_id").add(rows),
                session.query(number.text(), row -> row.getLong(1), number.values())
                        .get(0));
    }
}
