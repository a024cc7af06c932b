package io.tenantry.odata.sql;

import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.Filter.Literal;
import io.tenantry.odata.filter.Filter.Operator;
import io.tenantry.odata.filter.Path;
import io.tenantry.store.key.Key;
import java.util.Optional;

/**
 * The order in which an index holds the matches of a filter. Graph promises no order where none is asked for; a range of values is paged
 * through in the order of these values, so that each page reads only what it shows.
 */
final class IndexOrder {
    private final Columns columns;

    IndexOrder(Columns columns) {
        this.columns = columns;
    }

    /** The property of the range that must hold; empty where the order of ids does, as for a single value. */
    Optional<Path> of(Filter filter) {
        return isOneValue(filter) ? Optional.empty() : range(filter);
    }

    private boolean isOneValue(Filter filter) {
        if (filter instanceof Filter.And and) {
            return isOneValue(and.left()) || isOneValue(and.right());
        }
        return filter instanceof Filter.Compare compare
                && compare.operator() == Operator.EQ
                && columns.of(compare.path()).indexed();
    }

    private Optional<Path> range(Filter filter) {
        if (filter instanceof Filter.And and) {
            return range(and.left()).or(() -> range(and.right()));
        }
        if (filter instanceof Filter.Compare compare
                && compare.operator() != Operator.NE
                && compare.value() != Literal.NULL) {
            return indexed(compare.path());
        }
        return filter instanceof Filter.Match match && match.function() == Filter.Function.STARTS_WITH
                ? indexed(match.path())
                : Optional.empty();
    }

    private Optional<Path> indexed(Path path) {
        Column column = columns.of(path);
        return column.indexed() && column.index() != Key.Index.COARSE ? Optional.of(path) : Optional.empty();
    }
}
