package io.tenantry.odata.sql;

import io.tenantry.odata.query.Criteria;
import io.tenantry.odata.query.Order;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.SkipToken;
import io.tenantry.odata.search.Search;
import io.tenantry.resource.CollectionSource;
import io.tenantry.store.Entity;
import io.tenantry.store.Row;
import io.tenantry.store.Session;
import io.tenantry.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a query over a collection: one statement for the page, one for the count where it is asked for. */
public final class CollectionQuery {
    private record Sorted(Entity entity, List<Object> sortValues) {}

    private final Session session;
    private final SourceSql source;

    /** @param cast short name of the type that a cast segment asks for, null without one */
    public CollectionQuery(Session session, CollectionSource source, String cast) {
        this.session = session;
        this.source = SourceSql.of(source, cast);
    }

    public Page page(Query query) {
        OrderSql order = new OrderSql(orderOf(query), source.table(), session.dialect());
        Sql sql = new Sql()
                .add(source.with())
                .add("select o.type, o.id, o.parent, o.body, " + order.columns() + " from ")
                .add(source.from())
                .add(" where ")
                .add(condition(query.criteria()));
        query.skipToken().ifPresent(token -> sql.add(" and ").add(order.behind(SkipToken.read(token, order.length()))));
        sql.add(" order by " + order.orderBy() + " limit " + (query.top() + 1));
        if (query.skip() > 0 && query.skipToken().isEmpty()) {
            sql.add(" offset " + query.skip());
        }
        List<Sorted> rows = session.query(sql.text(), row -> sorted(row, order.length()), sql.values());
        boolean more = rows.size() > query.top();
        List<Sorted> shown = more ? rows.subList(0, query.top()) : rows;
        return new Page(
                shown.stream().map(Sorted::entity).toList(),
                more ? Optional.of(SkipToken.of(shown.get(shown.size() - 1).sortValues)) : Optional.empty(),
                query.counted() && query.skipToken().isEmpty()
                        ? Optional.of(count(query.criteria()))
                        : Optional.empty());
    }

    /** The first entities by id, as an expanded relationship shows them. */
    public List<Entity> first(int limit) {
        Sql sql = new Sql()
                .add(source.with())
                .add("select o.type, o.id, o.parent, o.body from ")
                .add(source.from())
                .add(" where ")
                .add(source.where())
                .add(" order by o.id limit " + limit);
        return session.query(sql.text(), Session::entity, sql.values());
    }

    /** The entity with this id, if the collection holds it. */
    public Optional<Entity> find(String id) {
        Sql sql = new Sql()
                .add(source.with())
                .add("select o.type, o.id, o.parent, o.body from ")
                .add(source.from())
                .add(" where ")
                .add(source.where())
                .add(" and o.id = ?", id);
        return session.query(sql.text(), Session::entity, sql.values()).stream().findFirst();
    }

    public long count(Criteria criteria) {
        Sql sql = new Sql()
                .add(source.with())
                .add("select count(*) from ")
                .add(source.from())
                .add(" where ")
                .add(condition(criteria));
        return session.query(sql.text(), row -> row.getLong(1), sql.values()).get(0);
    }

    private Sql condition(Criteria criteria) {
        Sql sql = new Sql().add(source.where());
        criteria.filter().ifPresent(f -> sql.add(" and ").add(new FilterSql(source.table(), session.dialect()).of(f)));
        criteria.search().ifPresent(search -> sql.add(" and ").add(searched(search)));
        return sql;
    }

    private Sql searched(Search search) {
        Sql condition = new SearchSql(source.table(), session.dialect()).of(search);
        source.indexedType()
                .flatMap(type -> new SearchIndex(session, type).ids(search))
                .ifPresent(ids -> condition.add(" and o.id in (").add(ids).add(")"));
        return condition;
    }

    /** Logs come newest first where no order is asked for (synchronization-api.md §11, directory.md §16.1). */
    private List<Order> orderOf(Query query) {
        boolean log = source.table() == Tables.PROVISIONING_LOG || source.table() == Tables.DIRECTORY_AUDIT;
        return query.order().isEmpty() && log ? List.of(new Order("activityDateTime", true)) : query.order();
    }

    private static Sorted sorted(Row row, int sortValues) {
        List<Object> values = new ArrayList<>(sortValues);
        for (int i = 0; i < sortValues; i++) {
            values.add(row.getObject(5 + i));
        }
        return new Sorted(Session.entity(row), values);
    }
}
