package io.tenantry.odata.sql;

import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.Filter.Literal;
import io.tenantry.odata.filter.Filter.Operator;
import io.tenantry.odata.filter.Path;
import io.tenantry.store.key.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an index leaves beside a value, a list or a beginning: the ranges before, between and behind them, and the objects without a value
 * (odata-protocol.md §4.5). Each is a condition that the index finds.
 */
final class Complement {
    private final Columns columns;

    Complement(Columns columns) {
        this.columns = columns;
    }

    /** The ranges of {@code not(operand)}; empty where no index has them all. */
    Optional<List<Sql>> of(Filter operand) {
        if (operand instanceof Filter.Compare compare && compare.value() != Literal.NULL) {
            return switch (compare.operator()) {
                case EQ -> beside(compare.path(), List.of(compare.value()));
                case GE -> withNull(compare.path(), Operator.LT, compare.value());
                case GT -> withNull(compare.path(), Operator.LE, compare.value());
                case LE -> withNull(compare.path(), Operator.GT, compare.value());
                case LT -> withNull(compare.path(), Operator.GE, compare.value());
                case NE -> Optional.empty();
            };
        }
        if (operand instanceof Filter.In in) {
            return beside(in.path(), in.values());
        }
        return operand instanceof Filter.Match match && match.function() == Filter.Function.STARTS_WITH
                ? around(match.path(), match.text())
                : Optional.empty();
    }

    private boolean finds(Path path) {
        return columns.of(path).indexed() && Tables.findsNull(columns.table(), path.joined());
    }

    private Optional<List<Sql>> beside(Path path, List<Literal> values) {
        Column column = columns.of(path);
        List<Object> sorted = values.stream()
                .map(value -> column.form().bind(value.text()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .toList();
        if (!finds(path) || sorted.isEmpty() || !sorted.stream().allMatch(String.class::isInstance)) {
            return Optional.empty();
        }
        List<Sql> ranges = new ArrayList<>(List.of(isNull(column)));
        Object before = null;
        for (Object value : sorted) {
            Sql range = before == null
                    ? new Sql().add(column.text() + " < ?", value)
                    : new Sql().add("(" + column.text() + " > ? and " + column.text() + " < ?)", before, value);
            ranges.add(range);
            before = value;
        }
        ranges.add(new Sql().add(column.text() + " > ?", before));
        return Optional.of(ranges);
    }

    private Optional<List<Sql>> withNull(Path path, Operator operator, Literal value) {
        Column column = columns.of(path);
        return finds(path) && column.form().bind(value.text()) != null
                ? Optional.of(List.of(isNull(column), FilterSql.compare(column, operator, value)))
                : Optional.empty();
    }

    private Optional<List<Sql>> around(Path path, String prefix) {
        Column column = columns.of(path);
        Object beginning = column.form().bind(prefix);
        return finds(path) && beginning instanceof String text && !text.isEmpty()
                ? Optional.of(List.of(
                        isNull(column),
                        new Sql().add(column.text() + " < ?", text),
                        new Sql().add(column.text() + " >= ?", text + FilterSql.LAST)))
                : Optional.empty();
    }

    private static Sql isNull(Column column) {
        return new Sql().add(column.text() + " is null");
    }
}
