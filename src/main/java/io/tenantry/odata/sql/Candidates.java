package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Property;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.Filter.Literal;
import io.tenantry.odata.filter.Filter.Operator;
import io.tenantry.odata.filter.Path;
import io.tenantry.odata.query.Criteria;
import io.tenantry.odata.query.Order;
import io.tenantry.odata.search.Search;
import io.tenantry.store.Key;
import io.tenantry.store.Session;
import io.tenantry.store.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ids among which all matches of a query are, where these are few and an index has them: for tokens of {@code $search}, lambdas, lists
 * and {@code or}. Of conditions that must all hold the most selective is looked up, the others are compared on the rows it leads to. Where
 * even that one holds often, an index is of no use: in id order the next match is near.
 */
final class Candidates {
    /**
     * Looking up matches costs their number, walking through a tenant to the next hundred costs the size of the tenant by their number.
     * Both are about equal here in a tenant of some 100,000.
     */
    static final int FREQUENT = 5000;

    /** SQLite takes 500 parts of a union; long before, looking up each costs more than reading on. */
    private static final int MOST_ALTERNATIVES = 100;

    /**
     * @param sql a statement for the ids, in a column {@code id}
     * @param number at most how many they are
     * @param alternatives how many look-ups it unites
     * @param exact whether they are the matches themselves, not only among what has to be looked at
     */
    record Ids(Sql sql, long number, int alternatives, boolean exact) {
        Ids inexact() {
            return new Ids(sql, number, alternatives, false);
        }

        /** The first of them in one direction, behind the id that a page ended with. */
        Sql first(boolean descending, Optional<String> last, int limit) {
            Sql first = new Sql().add("select m.id from (").add(sql).add(") m");
            last.ifPresent(id -> first.add(" where m.id " + (descending ? "<" : ">") + " ?", id));
            return first.add(" order by m.id" + (descending ? " desc" : "") + " limit " + limit);
        }
    }

    private final Session session;
    private final SourceSql source;
    private final Columns columns;
    private final List<Order> order;

    /** @param order that is asked for */
    Candidates(Session session, SourceSql source, Columns columns, List<Order> order) {
        this.session = session;
        this.source = source;
        this.columns = columns;
        this.order = order;
    }

    Optional<Ids> of(Criteria criteria) {
        if (criteria.filter().isPresent() && criteria.search().isPresent()) {
            return fewest(criteria.filter().flatMap(this::of), criteria.search().flatMap(this::of));
        }
        return criteria.filter().flatMap(this::of).or(() -> criteria.search().flatMap(this::alone));
    }

    /** A page by id of what has one token needs no number: it is a part of the token's entries, which are in that order. */
    private Optional<Ids> alone(Search search) {
        return order.isEmpty() && search instanceof Search.Clause clause && isOfTokens(clause)
                ? entries(clause).ofOneToken(clause.text()).or(() -> of(search))
                : of(search);
    }

    /** Of conditions that must both hold. */
    static Optional<Ids> fewest(Optional<Ids> one, Optional<Ids> other) {
        return Stream.of(one, other)
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(Ids::number))
                .map(Ids::inexact);
    }

    // ---- $filter

    /** A comparison is left to the database, whose index for it has the order as well, unless another order is asked for. */
    private Optional<Ids> of(Filter filter) {
        if (filter instanceof Filter.And and) {
            return fewest(of(and.left()), of(and.right()));
        }
        return isInOrder(filter) ? Optional.empty() : part(filter);
    }

    private boolean isInOrder(Filter filter) {
        if (filter instanceof Filter.Compare compare) {
            return isInOrder(compare.path()) || compare.operator() == Operator.EQ && isByTime();
        }
        return filter instanceof Filter.Match match && isInOrder(match.path());
    }

    private boolean isInOrder(Path path) {
        if (order.isEmpty()) {
            return columns.table().isLog()
                    ? path.joined().equals(Table.LOG_TIME)
                    : columns.of(path).index() != Key.Index.COARSE;
        }
        return order.get(0).path().names().equals(path.names());
    }

    /** As the index of each property of a log has the entries of one value. */
    private boolean isByTime() {
        return columns.table().isLog()
                && (order.isEmpty() || order.get(0).path().joined().equals(Table.LOG_TIME));
    }

    private Optional<Ids> part(Filter filter) {
        if (filter instanceof Filter.And and) {
            return fewest(part(and.left()), part(and.right()));
        }
        if (filter instanceof Filter.Or or) {
            return part(or.left()).flatMap(left -> part(or.right()).flatMap(right -> union(left, right)));
        }
        if (filter instanceof Filter.Any any && LambdaSql.finds(columns.table(), any)) {
            // a value in place of exists, which PostgreSQL would make a join with all of the type
            Sql rows = new Sql()
                    .add(new LambdaSql(any).rows())
                    .add(" and (select 1")
                    .add(live())
                    .add("o.id = v0.object_id) = 1");
            return few(new Sql().add("select distinct v0.object_id as id").add(rows), rows);
        }
        return isFound(filter) ? few(new FilterSql(columns).of(filter)) : Optional.empty();
    }

    /** Whether an index finds the rows of a condition. */
    private boolean isFound(Filter filter) {
        if (filter instanceof Filter.Compare compare) {
            return compare.operator() != Filter.Operator.NE
                    && compare.value() != Literal.NULL
                    && columns.of(compare.path()).indexed();
        }
        if (filter instanceof Filter.In in) {
            return columns.of(in.path()).indexed();
        }
        return filter instanceof Filter.Match match
                && match.function() == Filter.Function.STARTS_WITH
                && columns.of(match.path()).indexed();
    }

    // ---- $search

    private Optional<Ids> of(Search search) {
        if (search instanceof Search.And and) {
            return fewest(of(and.left()), of(and.right()));
        }
        if (search instanceof Search.Or or) {
            return of(or.left()).flatMap(left -> of(or.right()).flatMap(right -> union(left, right)));
        }
        Search.Clause clause = (Search.Clause) search;
        if (isOfTokens(clause)) {
            return entries(clause).of(clause.text());
        }
        return columns.of(clause.path()).indexed() ? few(new SearchSql(columns).of(clause)) : Optional.empty();
    }

    private static boolean isOfTokens(Search.Clause clause) {
        return clause.property().search() == Property.Search.TOKENS;
    }

    private SearchEntries entries(Search.Clause clause) {
        return new SearchEntries(session, source.indexedType().orElseThrow(), clause.property());
    }

    // ---- numbers

    private Optional<Ids> few(Sql condition) {
        Sql rows = new Sql().add(live()).add(condition);
        // the limit is never reached; it keeps SQLite from reading the type instead, in the order of the page
        Sql ids = new Sql().add("select id from (select o.id").add(rows).add(" limit " + 2 * FREQUENT + ") f");
        return few(ids, rows);
    }

    private Sql live() {
        return new Sql()
                .add(" from ")
                .add(source.from())
                .add(" where ")
                .add(source.where())
                .add(" and ");
    }

    private Optional<Ids> few(Sql ids, Sql rows) {
        Sql number =
                new Sql().add("select count(*) from (select 1").add(rows).add(" limit " + (FREQUENT + 1) + ") matches");
        long found = session.query(number.text(), row -> row.getLong(1), number.values())
                .get(0);
        return found > FREQUENT ? Optional.empty() : Optional.of(new Ids(ids, found, 1, true));
    }

    private static Optional<Ids> union(Ids left, Ids right) {
        long number = left.number + right.number;
        int alternatives = left.alternatives + right.alternatives;
        return number > FREQUENT || alternatives > MOST_ALTERNATIVES
                ? Optional.empty()
                : Optional.of(new Ids(
                        new Sql().add(left.sql).add(" union ").add(right.sql),
                        number,
                        alternatives,
                        left.exact && right.exact));
    }
}
