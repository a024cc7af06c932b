package io.tenantry.odata.sql;

import io.tenantry.family.CollectionSource;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.query.Criteria;
import io.tenantry.odata.query.Order;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.query.Paging;
import io.tenantry.odata.query.Query;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs a query over a collection: statements for the page, one for the count where it is asked for. */
public final class CollectionQuery {
    /** What is asked for, and the ids among which it is, where these are known. */
    private record Sought(Criteria criteria, Optional<Candidates.Ids> candidates) {}

    private final Session session;
    private final SourceSql source;
    private final Columns columns;
    private final boolean deleted;

    /** @param cast short name of the type that a cast segment asks for, null without one */
    public CollectionQuery(Session session, CollectionSource source, String cast) {
        this(session, source, cast, Set.of());
    }

    /** @param leftOut short names of types whose objects the collection shall not hold */
    public CollectionQuery(Session session, CollectionSource source, String cast, Set<String> leftOut) {
        this.session = session;
        this.source = SourceSql.of(source, cast, session.dialect()).without(leftOut);
        this.deleted = source instanceof CollectionSource.Deleted || source instanceof CollectionSource.DeletedChildren;
        this.columns = new Columns(this.source.table(), session.dialect());
    }

    public Page page(Query query) {
        List<Order> asked = asked(query);
        OrderSql order = order(query.criteria(), asked);
        Sought sought = sought(query.criteria(), asked);
        PageRows rows = new PageRows(
                source,
                query.paging().top(),
                order.length(),
                !query.expansions().isEmpty());
        for (Sql statement : statements(query, order, sought)) {
            if (!rows.complete()) {
                session.query(statement.text(), rows::add, statement.values());
            }
        }
        return new Page(
                rows.entities(),
                rows.last().map(order::token),
                query.counted() && query.paging().begins() ? Optional.of(count(sought)) : Optional.empty(),
                place -> order.token(rows.sortValues(place)));
    }

    private OrderSql order(Criteria criteria, List<Order> asked) {
        return new OrderSql(
                asked.isEmpty() ? new DefaultOrder(source, columns, deleted).of(criteria) : asked,
                columns,
                source.id());
    }

    /** What is asked for, without what is the same on every row. */
    private List<Order> asked(Query query) {
        return query.order().stream()
                .filter(order -> deleted || !order.path().joined().equals("deletedDateTime"))
                .toList();
    }

    List<Sql> statements(Query query) {
        List<Order> asked = asked(query);
        return statements(query, order(query.criteria(), asked), sought(query.criteria(), asked));
    }

    /** One after the other they find the rows of the page and one more, where there are as many. */
    private List<Sql> statements(Query query, OrderSql order, Sought sought) {
        Paging paging = query.paging();
        List<Sql> ranges = paging.skipToken().map(order::behind).orElse(List.of(new Sql().add("true")));
        Sql matching = matching(paging, order, sought);
        boolean skips = paging.skip() > 0 && paging.begins();
        String limit = " limit " + (paging.top() + 1) + (skips ? " offset " + paging.skip() : "");
        return ranges.stream()
                .map(range -> new Sql()
                        .add(source.with())
                        .add("select " + source.columns() + ", " + order.columns())
                        .add(matching)
                        .add(order.everywhere())
                        .add(" and ")
                        .add(range)
                        .add(" order by " + order.orderBy() + limit))
                .toList();
    }

    /** Matches that are known by their ids need not be read but for those on the page, where ids are their order. */
    private Sql matching(Paging paging, OrderSql order, Sought sought) {
        int limit = paging.top() + 1;
        return sought.candidates
                .filter(ids -> ids.exact() && order.isById())
                .map(ids -> paging.skipToken()
                        .map(token -> ids.behind(order.lastId(token), order.descending(), limit))
                        .orElseGet(() -> ids.first(order.descending(), limit)))
                .map(ids -> matching(source.among(ids), Criteria.NONE))
                .orElseGet(() -> matching(sought));
    }

    /** The first entities by id, as an expanded relationship shows them. */
    public List<Entity> first(int limit) {
        Sql sql = new Sql()
                .add(source.with())
                .add("select " + source.columns())
                .add(matching(source, Criteria.NONE))
                .add(" order by " + source.id() + " limit " + limit);
        return session.query(sql.text(), source::entity, sql.values());
    }

    /** The entity with this id, if the collection holds it. */
    public Optional<Entity> find(String id) {
        Sql sql = new Sql()
                .add(source.with())
                .add("select " + source.columns())
                .add(matching(source, Criteria.NONE))
                .add(" and o.id = ?", id);
        return session.query(sql.text(), source::entity, sql.values()).stream().findFirst();
    }

    public long count(Criteria criteria) {
        return count(sought(criteria, List.of()));
    }

    private long count(Sought sought) {
        Sql sql = counting(sought);
        return session.query(sql.text(), row -> row.getLong(1), sql.values()).get(0);
    }

    Sql counting(Criteria criteria) {
        return counting(sought(criteria, List.of()));
    }

    /** What nearly all fulfil is counted by the few that do not. */
    private Sql counting(Sought sought) {
        Optional<Candidates.Ids> others = sought.candidates.isPresent() ? Optional.empty() : others(sought.criteria);
        if (others.isPresent()) {
            return new Sql()
                    .add("select (select count(*)")
                    .add(matching(source, Criteria.NONE))
                    .add(") - (select count(*) from (")
                    .add(others.get().sql())
                    .add(") c)");
        }
        Sql counted = sought.candidates
                .filter(Candidates.Ids::exact)
                .map(ids -> new Sql().add(" from (").add(ids.sql()).add(") c"))
                .orElseGet(() -> matching(sought));
        return new Sql().add(source.with()).add("select count(*)").add(counted);
    }

    private Optional<Candidates.Ids> others(Criteria criteria) {
        return criteria.filter()
                .filter(filter -> source.whole() && criteria.search().isEmpty() && excludes(filter))
                .flatMap(filter -> new Candidates(session, source, columns, List.of()).except(filter))
                .filter(Candidates.Ids::exact);
    }

    private static boolean excludes(Filter filter) {
        return filter instanceof Filter.Not
                || filter instanceof Filter.Size
                || filter instanceof Filter.Compare compare && compare.operator() == Filter.Operator.NE;
    }

    private Sought sought(Criteria criteria, List<Order> order) {
        return new Sought(
                criteria,
                source.whole() ? new Candidates(session, source, columns, order).of(criteria) : Optional.empty());
    }

    private Sql matching(Sought sought) {
        SourceSql rows = sought.candidates.map(ids -> source.among(ids.sql())).orElse(source);
        return matching(rows, sought.criteria);
    }

    /** {@code from} and {@code where}. */
    private Sql matching(SourceSql rows, Criteria criteria) {
        Sql sql = new Sql().add(" from ").add(rows.from()).add(" where ").add(rows.where());
        criteria.filter().ifPresent(filter -> sql.add(" and ").add(new FilterSql(columns).of(filter)));
        criteria.search().ifPresent(search -> sql.add(" and ").add(new SearchSql(columns).of(search)));
        return sql;
    }
}
