package io.tenantry.odata.sql;

import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.Filter.Literal;
import io.tenantry.odata.filter.Filter.Operator;
import io.tenantry.odata.filter.Path;
import io.tenantry.store.Dialect;
import io.tenantry.store.Key;
import io.tenantry.store.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A filter as a condition on a row {@code o}. Nulls as odata-protocol.md §4.5 has it: {@code ne} and {@code not} include them, every other
 * comparison leaves them out.
 */
final class FilterSql {
    /** Greater than every character of a text: the upper bound of a prefix. */
    private static final String LAST = new String(Character.toChars(0x10FFFF));

    private final Table table;
    private final Dialect dialect;

    FilterSql(Table table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    Sql of(Filter filter) {
        if (Junction.is(filter)) {
            return Junction.of(filter, this::of);
        }
        if (filter instanceof Filter.Not not) {
            return new Sql().add("not coalesce(").add(of(not.operand())).add(", false)");
        }
        if (filter instanceof Filter.Compare compare) {
            return compare(column(compare.path()), compare.operator(), compare.value());
        }
        if (filter instanceof Filter.In in) {
            return in(column(in.path()), in.values());
        }
        if (filter instanceof Filter.Match match) {
            return match(column(match.path()), match.function(), match.text());
        }
        if (filter instanceof Filter.Any any) {
            return new LambdaSql(table).any(any);
        }
        return count((Filter.Count) filter);
    }

    /** The key column of a path, or its value inside the document where it has none. */
    private Column column(Path path) {
        if (path.names().equals(List.of("id"))) {
            return new Column("o.id", Key.Form.FOLDED);
        }
        Optional<Key> key = table.key(path.joined());
        if (key.isPresent()) {
            boolean folds = path.folded() && key.get().form() == Key.Form.EXACT;
            String column = "o." + key.get().column();
            return folds
                    ? new Column("lower(" + column + ")", Key.Form.EXACT)
                    : new Column(column, key.get().form());
        }
        return inDocument(path);
    }

    private Column inDocument(Path path) {
        String text = dialect.jsonText("o.body", path.joined());
        String type =
                path.property() == null ? "Edm.String" : path.property().type().name();
        if (type.equals("Edm.Boolean")) {
            String truth =
                    dialect == Dialect.SQLITE ? text : "case " + text + " when 'true' then 1 when 'false' then 0 end";
            return new Column(truth, Key.Form.FLAG);
        }
        if (type.startsWith("Edm.Int")) {
            return new Column("cast(" + text + " as bigint)", Key.Form.NUMBER);
        }
        if (type.equals("Edm.DateTimeOffset")) {
            return new Column(text, Key.Form.ISO);
        }
        boolean enumeration = path.property() != null && path.property().type().kind() == TypeRef.Kind.ENUM;
        return path.folded() || !enumeration && !table.name().endsWith("_log")
                ? new Column("lower(" + text + ")", Key.Form.FOLDED)
                : new Column(text, Key.Form.EXACT);
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
        return new Sql().add(column.text() + " " + operator.sql() + " ?", bound);
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

    private Sql match(Column column, Filter.Function function, String text) {
        String value = String.valueOf(column.form().bind(text));
        return switch (function) {
            case STARTS_WITH -> startsWith(column.text(), value);
            case ENDS_WITH -> endsWith(column.text(), value);
            case CONTAINS -> new Sql().add(dialect.position(column.text()) + " > 0", value);
        };
    }

    Sql startsWith(Path path, String prefix) {
        return match(column(path), Filter.Function.STARTS_WITH, prefix);
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
                        dialect.jsonLength("o.body", count.collection().joined()) + " "
                                + count.operator().sql() + " ?",
                        count.number());
    }

    /** An expression of SQL and the form of its values. */
    record Column(String text, Key.Form form) {}
}
