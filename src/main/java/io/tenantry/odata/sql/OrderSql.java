package io.tenantry.odata.sql;

import io.tenantry.odata.query.Order;
import io.tenantry.store.Dialect;
import io.tenantry.store.Key;
import io.tenantry.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The order of a collection, always ended by the id, and the condition "behind the last row" that keyset paging needs. Null sorts first. */
final class OrderSql {
    private record Term(String column, boolean descending) {}

    private final List<Term> terms = new ArrayList<>();

    OrderSql(List<Order> order, Table table, Dialect dialect) {
        boolean descending = false;
        for (Order each : order) {
            if (!each.path().equals("id")) {
                terms.add(new Term(column(each.path(), table, dialect), each.descending()));
            }
            descending = each.descending();
        }
        terms.add(new Term("o.id", descending));
    }

    private static String column(String path, Table table, Dialect dialect) {
        return table.key(path).map(Key::column).map(c -> "o." + c).orElseGet(() -> dialect.jsonText("o.body", path));
    }

    int length() {
        return terms.size();
    }

    /** The sort values, to be selected behind the row's own columns. */
    String columns() {
        return terms.stream().map(Term::column).collect(Collectors.joining(", "));
    }

    String orderBy() {
        return terms.stream()
                .map(t -> t.column
                        + (t.column.equals("o.id")
                                ? (t.descending ? " desc" : "")
                                : t.descending ? " desc nulls last" : " nulls first"))
                .collect(Collectors.joining(", "));
    }

    Sql behind(List<Object> last) {
        Sql sql = new Sql().add("(");
        for (int i = 0; i < terms.size(); i++) {
            if (i > 0) {
                sql.add(" or ");
            }
            sql.add("(");
            for (int j = 0; j < i; j++) {
                sql.add(equal(terms.get(j), last.get(j))).add(" and ");
            }
            sql.add(after(terms.get(i), last.get(i))).add(")");
        }
        return sql.add(")");
    }

    private static Sql equal(Term term, Object value) {
        return value == null ? new Sql().add(term.column + " is null") : new Sql().add(term.column + " = ?", value);
    }

    private static Sql after(Term term, Object value) {
        if (value == null) {
            return new Sql().add(term.descending ? "false" : term.column + " is not null");
        }
        if (term.descending) {
            return term.column.equals("o.id")
                    ? new Sql().add("o.id < ?", value)
                    : new Sql().add("(" + term.column + " < ? or " + term.column + " is null)", value);
        }
        return new Sql().add(term.column + " > ?", value);
    }
}
