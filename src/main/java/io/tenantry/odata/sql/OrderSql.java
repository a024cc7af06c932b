package io.tenantry.odata.sql;

import io.tenantry.odata.query.Order;
import io.tenantry.odata.query.SkipToken;
import io.tenantry.store.Dialect;
import io.tenantry.store.Key;
import io.tenantry.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The order of a collection, always ended by the id, and the condition "behind the last row" that keyset paging needs. Null sorts first. */
final class OrderSql {
    /** @param numeric whether the database keeps numbers there; empty for values inside documents */
    private record Term(String column, boolean descending, Optional<Boolean> numeric) {
        boolean mayHold(Object value) {
            return value == null
                    ? !column.equals("o.id")
                    : numeric.isEmpty() || numeric.get() == (value instanceof Long);
        }
    }

    private final List<Term> terms = new ArrayList<>();

    OrderSql(List<Order> order, Table table, Dialect dialect) {
        boolean descending = false;
        for (Order each : order) {
            if (!each.path().equals("id")) {
                terms.add(term(each, table, dialect));
            }
            descending = each.descending();
        }
        terms.add(new Term("o.id", descending, Optional.of(false)));
    }

    private static Term term(Order order, Table table, Dialect dialect) {
        Optional<Key> key = table.key(order.path());
        if (key.isPresent()) {
            boolean text = key.get().form() == Key.Form.FOLDED || key.get().form() == Key.Form.EXACT;
            return new Term("o." + key.get().column(), order.descending(), Optional.of(!text));
        }
        // PostgreSQL takes values out of documents as text, SQLite as what they are
        Optional<Boolean> numeric = dialect == Dialect.POSTGRESQL ? Optional.of(false) : Optional.empty();
        return new Term(dialect.jsonText("o.body", order.path()), order.descending(), numeric);
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

    /** Throws 400 for values that no row of this order has: PostgreSQL compares no text with a number. */
    Sql behind(List<Object> last) {
        for (int i = 0; i < terms.size(); i++) {
            if (!terms.get(i).mayHold(last.get(i))) {
                throw SkipToken.invalid();
            }
        }
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
