package io.tenantry.odata.sql;

import io.tenantry.odata.query.SkipToken;
import io.tenantry.store.key.Key;
import java.util.List;

/** One sort key. */
record OrderTerm(Column column, boolean descending) {
    /** Every entry has one, so that nothing is behind the oldest. */
    private static final String LOG_TIME = "o.activity_date_time";

    /** A unique column has a value in every row that is sorted by it. */
    boolean nullable() {
        return column.index() != Key.Index.UNIQUE;
    }

    String orderBy() {
        return column.text()
                + (descending ? " desc" : "")
                + (!nullable() ? "" : descending ? " nulls last" : " nulls first");
    }

    Sql equal(Object value) {
        return value == null
                ? new Sql().add(column.text() + " is null")
                : new Sql().add(column.text() + " = ?", fitting(value));
    }

    /** The ranges of values behind one, in their order; none behind the last. */
    List<Sql> after(Object value) {
        if (value == null) {
            return descending ? List.of() : List.of(new Sql().add(column.text() + " is not null"));
        }
        Sql behind = new Sql().add(column.text() + (descending ? " < ?" : " > ?"), fitting(value));
        return descending && nullable() && !column.text().equals(LOG_TIME)
                ? List.of(behind, new Sql().add(column.text() + " is null"))
                : List.of(behind);
    }

    /** A token may hold anything; no database compares texts with numbers. */
    private Object fitting(Object value) {
        boolean number =
                switch (column.form()) {
                    case INSTANT, FLAG, NUMBER -> true;
                    case FOLDED, EXACT, ID, TOKENS, ISO -> false;
                };
        if (number != value instanceof Long) {
            throw SkipToken.invalid();
        }
        return value;
    }
}
