package io.tenantry.odata.sql;

import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.Filter.Literal;
import io.tenantry.odata.filter.Filter.Operator;
import io.tenantry.odata.filter.Path;
import io.tenantry.store.key.Key;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A filter as a condition on a row {@code o}. Nulls as odata-protocol.md §4.5 has it: {@code ne} and {@code not} include them, every other
 * comparison leaves them out.
 */
final class FilterSql {
    /** Greater than every character of a text: the upper bound of a prefix. */
    static final String LAST = new String(Character.toChars(0x10FFFF));

    private final Columns columns;

    FilterSql(Columns columns) {
        this.columns = columns;
    }

    Sql of(Filter filter) {
        if (Junction.is(filter)) {
            return Junction.of(filter, this::of);
        }
        if (filter instanceof Filter.Not not) {
            return new Sql().add("not coalesce(").add(of(not.operand())).add(", false)");
        }
        if (filter instanceof Filter.Compare compare) {
            return compare(columns.of(compare.path()), compare.operator(), compare.value());
        }
        if (filter instanceof Filter.In in) {
            return in(columns.of(in.path()), in.values());
        }
        if (filter instanceof Filter.Match match) {
            return match(columns.of(match.path()), match.function(), match.text());
        }
        if (filter instanceof Filter.Any any) {
            return LambdaSql.finds(columns.table(), any)
                    ? new LambdaSql(any).exists()
                    : new ElementSql(columns, any).exists();
        }
        return filter instanceof Filter.Size size ? SizeSql.of(size) : count((Filter.Count) filter);
    }

    static Sql compare(Column column, Operator operator, Literal value) {
        if (value == Literal.NULL) {
            return new Sql().add(column.text() + (operator == Operator.NE ? " is not null" : " is null"));
        }
        Object bound = column.form().bind(value.text());
        if (bound == null) {
            return new Sql().add(operator == Operator.NE ? "true" : "false");
        }
        if (operator == Operator.NE) {
            return new Sql().add("(" + column.text() + " is null or " + column.text() + " <> ?)", bound);
        }
        return column.form() == Key.Form.FLAG
                ? new Sql().add(column.text() + " " + operator.sql() + " " + bound) // so that partial indexes are found
                : new Sql().add(column.text() + " " + operator.sql() + " ?", bound);
    }

    static Sql in(Column column, List<Literal> values) {
        String marks = values.stream().map(value -> "?").collect(Collectors.joining(","));
        return new Sql()
                .add(
                        column.text() + " in (" + marks + ")",
                        values.stream()
                                .map(value -> column.form().bind(value.text()))
                                .toArray());
    }

    Sql match(Column column, Filter.Function function, String text) {
        String value = String.valueOf(column.form().bind(text));
        return switch (function) {
            case STARTS_WITH -> startsWith(column.text(), value);
            case ENDS_WITH -> endsWith(column.text(), value);
            case CONTAINS -> new Sql().add(columns.dialect().position(column.text()) + " > 0", value);
        };
    }

    Sql startsWith(Path path, String prefix) {
        return match(columns.of(path), Filter.Function.STARTS_WITH, prefix);
    }

    static Sql startsWith(String column, String prefix) {
        return prefix.isEmpty()
                ? new Sql().add(column + " is not null")
                : new Sql().add("(" + column + " >= ? and " + column + " < ?)", prefix, prefix + LAST);
    }

    static Sql endsWith(String column, String suffix) {
        int length = suffix.codePointCount(0, suffix.length());
        return new Sql()
                .add("substr(" + column + ", length(" + column + ") - " + (length - 1) + ") = ?", suffix)
                .add(" and length(" + column + ") >= " + length);
    }

    /** How many values a collection has is read off the document. */
    private Sql count(Filter.Count count) {
        return new Sql()
                .add(
                        columns.dialect()
                                        .jsonLength("o.body", count.collection().joined()) + " "
                                + count.operator().sql() + " ?",
                        count.number());
    }
}
