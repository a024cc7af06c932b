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
        Optional<Candidates.Ids> candidates = candidates(query.criteria(), asked);
        PageRows rows = new PageRows(
                source,
                query.paging().top(),
                order.length(),
                !query.expansions().isEmpty());
        for (Sql statement : statements(query, order, candidates)) {
            if (!rows.complete()) {
                session.query(statement.text(), rows::add, statement.values());
            }
        }
        return new Page(
                rows.entities(),
                rows.last().map(order::token),
                query.counted() && query.paging().begins()
                        ? Optional.of(count(query.criteria(), candidates))
                        : Optional.empty(),
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
        return statements(query, order(query.criteria(), asked), candidates(query.criteria(), asked));
    }

    /** One after the other they find the rows of the page and one more, where there are as many. */
    private List<Sql> statements(Query query, OrderSql order, Optional<Candidates.Ids> candidates) {
        Paging paging = query.paging();
        List<Sql> ranges = paging.skipToken().map(order::behind).orElse(List.of(new Sql().add("true")));
        Sql matching = matching(query, order, candidates);
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
    private Sql matching(Query query, OrderSql order, Optional<Candidates.Ids> candidates) {
        return candidates
                .filter(ids -> ids.exact() && order.isById())
                .map(ids -> ids.first(
                        order.descending(),
                        query.paging().skipToken().map(order::lastId),
                        query.paging().top() + 1))
                .map(ids -> matching(source.among(ids), Criteria.NONE))
                .orElseGet(() -> matching(query.criteria(), candidates));
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
        return count(criteria, candidates(criteria, List.of()));
    }

    private long count(Criteria criteria, Optional<Candidates.Ids> candidates) {
        Sql sql = counting(criteria, candidates);
        return session.query(sql.text(), row -> row.getLong(1), sql.values()).get(0);
    }

    Sql counting(Criteria criteria) {
        return counting(criteria, candidates(criteria, List.of()));
    }

    /** What nearly all fulfil is counted by the few that do not. */
    private Sql counting(Criteria criteria, Optional<Candidates.Ids> candidates) {
        Optional<Candidates.Ids> others = candidates.isPresent() ? Optional.empty() : others(criteria);
        if (others.isPresent()) {
            return new Sql()
                    .add("select (select count(*)")
                    .add(matching(source, Criteria.NONE))
                    .add(") - (select count(*) from (")
                    .add(others.get().sql())
                    .add(") c)");
        }
        Sql counted = candidates
                .filter(Candidates.Ids::exact)
                .map(ids -> new Sql().add(" from (").add(ids.sql()).add(") c"))
                .orElseGet(() -> matching(criteria, candidates));
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

    private Optional<Candidates.Ids> candidates(Criteria criteria, List<Order> order) {
        return source.whole() ? new Candidates(session, source, columns, order).of(criteria) : Optional.empty();
    }

    private Sql matching(Criteria criteria, Optional<Candidates.Ids> candidates) {
        return matching(candidates.map(ids -> source.among(ids.sql())).orElse(source), criteria);
    }

    /** {@code from} and {@code where}. */
    private Sql matching(SourceSql rows, Criteria criteria) {
        Sql sql = new Sql().add(" from ").add(rows.from()).add(" where ").add(rows.where());
        criteria.filter().ifPresent(filter -> sql.add(" and ").add(new FilterSql(columns).of(filter)));
        criteria.search().ifPresent(search -> sql.add(" and ").add(new SearchSql(columns).of(search)));
        return sql;
    }
}
