package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Property;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.Filter.Literal;
import io.tenantry.odata.filter.Filter.Operator;
import io.tenantry.odata.filter.Path;
import io.tenantry.odata.query.Criteria;
import io.tenantry.odata.query.Order;
import io.tenantry.odata.search.Search;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import io.tenantry.store.key.Table;
import io.tenantry.store.key.Tables;
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

        /** The first of them in one direction. */
        Sql first(boolean descending, int limit) {
            return all().add(ordered(descending, limit));
        }

        /** The first of them in one direction, behind the id that a page ended with. */
        Sql behind(String last, boolean descending, int limit) {
            return all().add(" where m.id " + (descending ? "<" : ">") + " ?", last)
                    .add(ordered(descending, limit));
        }

        private Sql all() {
            return new Sql().add("select m.id from (").add(sql).add(") m");
        }

        private static String ordered(boolean descending, int limit) {
            return " order by m.id" + (descending ? " desc" : "") + " limit " + limit;
        }
    }

    private final Session session;
    private final SourceSql source;
    private final Columns columns;
    private final List<Order> order;
    private final Lookup lookup;

    /** @param order that is asked for */
    Candidates(Session session, SourceSql source, Columns columns, List<Order> order) {
        this.session = session;
        this.source = source;
        this.columns = columns;
        this.order = order;
        this.lookup = new Lookup(session, source);
    }

    Optional<Ids> of(Criteria criteria) {
        if (criteria.filter().isPresent() && criteria.search().isPresent()) {
            return fewest(Stream.of(
                    criteria.filter().flatMap(this::of), criteria.search().flatMap(this::of)));
        }
        return criteria.filter().flatMap(this::of).or(() -> criteria.search().flatMap(this::alone));
    }

    /** A page by id of what has one token needs no number: it is a part of the token's entries, which are in that order. */
    private Optional<Ids> alone(Search search) {
        return order.isEmpty() && search instanceof Search.Clause clause && isOfTokens(clause)
                ? entries(clause).ofOneToken(clause.text()).or(() -> of(search))
                : of(search);
    }

    /** Of conditions that must all hold. */
    private static Optional<Ids> fewest(Stream<Optional<Ids>> conditions) {
        return conditions
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(Ids::number))
                .map(Ids::inexact);
    }

    // ---- $filter

    /** A comparison is left to the database, whose index for it has the order as well, unless another order is asked for. */
    private Optional<Ids> of(Filter filter) {
        if (filter instanceof Filter.And and) {
            return fewest(Stream.of(of(and.left()), of(and.right())));
        }
        return isInOrder(filter) ? Optional.empty() : part(filter);
    }

    private boolean isInOrder(Filter filter) {
        if (filter instanceof Filter.Compare compare && compare.operator() != Operator.NE) {
            return isInOrder(compare.path()) || compare.operator() == Operator.EQ && isByTime();
        }
        return filter instanceof Filter.Match match
                && match.function() == Filter.Function.STARTS_WITH
                && isInOrder(match.path());
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
            return fewest(Stream.of(part(and.left()), part(and.right())));
        }
        if (filter instanceof Filter.Or or) {
            return part(or.left()).flatMap(left -> part(or.right()).flatMap(right -> union(left, right)));
        }
        if (filter instanceof Filter.Any any && LambdaSql.finds(columns.table(), any)) {
            // a value in place of exists, which PostgreSQL would make a join with all of the type
            Sql rows = new Sql()
                    .add(new LambdaSql(any).rows())
                    .add(" and (select 1")
                    .add(lookup.live())
                    .add("o.id = v0.object_id) = 1");
            return lookup.few(
                    new Sql().add("select distinct v0.object_id as id").add(rows), rows);
        }
        if (filter instanceof Filter.Not not) {
            return except(not.operand());
        }
        if (filter instanceof Filter.Compare compare && compare.operator() == Operator.NE) {
            return except(new Filter.Compare(compare.path(), Operator.EQ, compare.value()));
        }
        if (filter instanceof Filter.Size size) {
            return SizeSql.found(size).flatMap(lookup::fewAmong);
        }
        if (filter instanceof Filter.Match match && match.function() == Filter.Function.ENDS_WITH) {
            return bySuffix(match);
        }
        return isFound(filter) ? few(new FilterSql(columns).of(filter)) : Optional.empty();
    }

    /** What does not fulfil a filter, those for whom it is unknown included. */
    Optional<Ids> except(Filter operand) {
        if (operand instanceof Filter.Not not) {
            return part(not.operand());
        }
        if (operand instanceof Filter.And and) {
            return except(and.left()).flatMap(left -> except(and.right()).flatMap(right -> union(left, right)));
        }
        if (operand instanceof Filter.Or or) {
            return fewest(Stream.of(except(or.left()), except(or.right())));
        }
        if (operand instanceof Filter.Size size) {
            return part(new Filter.Size(size.relationship(), opposite(size.operator()), size.number()));
        }
        if (operand instanceof Filter.Compare compare && compare.operator() == Operator.NE) {
            return part(new Filter.Compare(compare.path(), Operator.EQ, compare.value()));
        }
        if (operand instanceof Filter.Compare compare && compare.value() == Literal.NULL) {
            return columns.of(compare.path()).indexed()
                    ? few(new FilterSql(columns).of(not(compare)))
                    : Optional.empty();
        }
        return new Complement(columns).of(operand).flatMap(this::united);
    }

    private static Filter not(Filter.Compare compare) {
        return new Filter.Compare(compare.path(), opposite(compare.operator()), compare.value());
    }

    private static Operator opposite(Operator equality) {
        return equality == Operator.EQ ? Operator.NE : Operator.EQ;
    }

    private Optional<Ids> united(List<Sql> ranges) {
        Optional<Ids> all = few(ranges.get(0));
        for (Sql range : ranges.subList(1, ranges.size())) {
            all = all.flatMap(before -> few(range).flatMap(next -> union(before, next)));
        }
        return all;
    }

    private Optional<Ids> bySuffix(Filter.Match match) {
        return source.whole()
                ? new SuffixEntries(session, source)
                        .of(match, columns.of(match.path()).text(), new FilterSql(columns).of(match))
                : Optional.empty();
    }

    /** Whether an index finds the rows of a condition. */
    private boolean isFound(Filter filter) {
        if (filter instanceof Filter.Compare compare) {
            return columns.of(compare.path()).indexed()
                    && (compare.value() != Literal.NULL
                            || Tables.findsNull(columns.table(), compare.path().joined()));
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
            return fewest(Stream.of(of(and.left()), of(and.right())));
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

    private Optional<Ids> few(Sql condition) {
        return lookup.few(condition);
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
