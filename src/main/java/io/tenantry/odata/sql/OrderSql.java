package io.tenantry.odata.sql;

import io.tenantry.odata.query.Order;
import io.tenantry.odata.query.SkipToken;
import io.tenantry.store.key.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The order of a collection, ended by the id unless no two rows have the same place before. Null sorts first. */
final class OrderSql {
    private final List<OrderTerm> terms = new ArrayList<>();
    private final Sql everywhere = new Sql();

    /** @param id the column that holds a row's id */
    OrderSql(List<Order> order, Columns columns, String id) {
        boolean descending = false;
        boolean total = false;
        for (Order each : order) {
            Column column = columns.of(each.path());
            descending = each.descending();
            total |= column.index() == Key.Index.UNIQUE;
            if (column.text().equals("o.id")) {
                terms.add(id(id, descending));
            } else {
                terms.add(new OrderTerm(column, descending));
                whereSet(column);
            }
        }
        if (!total) {
            terms.add(id(id, descending));
        }
    }

    private static OrderTerm id(String column, boolean descending) {
        return new OrderTerm(new Column(column, Key.Form.ID, Key.Index.UNIQUE), descending);
    }

    /** A unique index holds only what has a value; whatever is sorted by it has one. */
    private void whereSet(Column column) {
        if (column.index() == Key.Index.UNIQUE) {
            everywhere.add(" and " + column.text() + " is not null");
        }
    }

    /** Whether nothing but the id tells where a row comes. */
    boolean isById() {
        return terms.size() == 1 && terms.get(0).column().text().equals("o.id");
    }

    boolean descending() {
        return terms.get(0).descending();
    }

    /** The id that a page ended with, where rows come by id; for tokens that {@link #behind} has read. */
    String lastId(String token) {
        return (String) SkipToken.read(token, orderBy(), 1).get(0);
    }

    /** What every row of the order fulfils. */
    Sql everywhere() {
        return everywhere;
    }

    int length() {
        return terms.size();
    }

    /** The sort values, to be selected behind the row's own columns. */
    String columns() {
        return terms.stream().map(term -> term.column().text()).collect(Collectors.joining(", "));
    }

    String orderBy() {
        return terms.stream().map(OrderTerm::orderBy).collect(Collectors.joining(", "));
    }

    /**
     * The rows behind the last one of a page, as conditions whose rows follow each other: those that differ from it in the last sort key
     * only, then those that differ in the one before, and so on. Each is one range of an index, which a condition for all would not be.
     */
    List<Sql> behind(String token) {
        List<Object> last = SkipToken.read(token, orderBy(), terms.size());
        List<Sql> ranges = new ArrayList<>();
        for (int i = terms.size() - 1; i >= 0; i--) {
            for (Sql after : terms.get(i).after(last.get(i))) {
                Sql range = new Sql();
                for (int j = 0; j < i; j++) {
                    range.add(terms.get(j).equal(last.get(j))).add(" and ");
                }
                ranges.add(range.add(after));
            }
        }
        return ranges;
    }

    String token(List<Object> values) {
        return SkipToken.of(orderBy(), values);
    }
}
