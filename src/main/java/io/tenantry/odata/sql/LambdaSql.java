package io.tenantry.odata.sql;

import io.tenantry.error.GraphError;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.Filter.Literal;
import io.tenantry.odata.filter.Filter.Operator;
import io.tenantry.odata.filter.Path;
import io.tenantry.store.key.Key;
import io.tenantry.store.key.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code collection/any(x:condition)} as a search in {@code object_value}. Conditions on several sub-properties of one element join the
 * rows that have its ordinal.
 */
final class LambdaSql {
    private final String collection;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Sql rows;

    LambdaSql(Filter.Any any) {
        this.collection = any.collection().joined();
        Sql condition = of(any.condition());
        this.rows = new Sql()
                .add(" from " + joined() + " where " + values())
                .add(" and ")
                .add(condition);
    }

    /** Whether the values are there for every property of the condition. */
    static boolean finds(Table table, Filter.Any any) {
        return finds(table, any.collection().joined(), any.condition());
    }

    private static boolean finds(Table table, String collection, Filter condition) {
        if (condition instanceof Filter.And and) {
            return finds(table, collection, and.left()) && finds(table, collection, and.right());
        }
        if (condition instanceof Filter.Or or) {
            return finds(table, collection, or.left()) && finds(table, collection, or.right());
        }
        if (condition instanceof Filter.Compare compare) {
            return compare.value() != Literal.NULL
                    && (compare.operator() == Operator.EQ || table.holds(""))
                    && holds(table, collection, compare.path(), compare.value().text());
        }
        if (condition instanceof Filter.In in) {
            return in.values().stream().allMatch(each -> holds(table, collection, in.path(), each.text()));
        }
        return condition instanceof Filter.Match match
                && match.function() != Filter.Function.CONTAINS
                && holds(table, collection, match.path(), match.text());
    }

    private static boolean holds(Table table, String collection, Path path, String value) {
        return table.values().contains(property(collection, path)) && table.holds(value);
    }

    private static String property(String collection, Path path) {
        return path.names().isEmpty() ? collection : collection + "/" + path.joined();
    }

    /** A condition on a row {@code o}. The offset keeps PostgreSQL from joining all values of a tenant for one page. */
    Sql exists() {
        return new Sql().add("exists (select 1").add(rows).add(" and v0.object_id = o.id limit 1 offset 0)");
    }

    /** The {@code from} and {@code where} of all elements that fulfil the condition, {@code v0} among them. */
    Sql rows() {
        return rows;
    }

    private String joined() {
        return aliases.values().stream().map(alias -> "object_value " + alias).collect(Collectors.joining(", "));
    }

    /** The values of the properties that the condition names, all of one element. */
    private String values() {
        return aliases.entrySet().stream()
                .map(each -> value(each.getValue(), each.getKey()))
                .collect(Collectors.joining(" and "));
    }

    private static String value(String alias, String property) {
        String value = alias + ".tenant = {tenant} and " + alias + ".property = '" + property + "'";
        return alias.equals("v0")
                ? value
                : value + " and " + alias + ".object_id = v0.object_id and " + alias + ".ordinal = v0.ordinal";
    }

    private Sql of(Filter condition) {
        if (Junction.is(condition)) {
            return Junction.of(condition, this::of);
        }
        if (condition instanceof Filter.Compare compare) {
            return compare(compare.path(), compare.operator(), compare.value());
        }
        if (condition instanceof Filter.Match match) {
            return match(match);
        }
        Filter.In in = (Filter.In) condition;
        return FilterSql.in(column(in.path()), in.values());
    }

    private Sql compare(Path path, Operator operator, Literal value) {
        return new Sql().add(column(path).text() + " " + operator.sql() + " ?", Key.fold(value.text()));
    }

    private Sql match(Filter.Match match) {
        String column = column(match.path()).text();
        String text = Key.fold(match.text());
        return match.function() == Filter.Function.STARTS_WITH
                ? FilterSql.startsWith(column, text)
                : FilterSql.endsWith(column, text);
    }

    private Column column(Path path) {
        String alias = aliases.computeIfAbsent(property(collection, path), p -> "v" + aliases.size());
        return Column.computed(alias + ".value", Key.Form.FOLDED);
    }

    static GraphError unsupported(Filter.Any any) {
        return GraphError.unsupportedQuery(
                "Complex query on property " + any.collection().joined() + " is not supported.");
    }
}
