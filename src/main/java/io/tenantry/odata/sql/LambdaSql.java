package io.tenantry.odata.sql;

import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.Filter.Literal;
import io.tenantry.odata.filter.Filter.Operator;
import io.tenantry.odata.filter.Path;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Key;
import io.tenantry.store.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code collection/any(x:condition)} as a search in {@code object_value}. Conditions on several sub-properties of one element join the
 * rows that have its ordinal.
 */
final class LambdaSql {
    private final Table table;
    private final String collection;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Sql rows;

    LambdaSql(Table table, Filter.Any any) {
        this.table = table;
        this.collection = any.collection().joined();
        Sql condition = of(any.condition());
        this.rows = new Sql()
                .add(" from " + joined() + " where " + values())
                .add(" and ")
                .add(condition);
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
        if (condition instanceof Filter.Compare compare && compare.value() != Literal.NULL) {
            return compare(compare.path(), compare.operator(), compare.value());
        }
        if (condition instanceof Filter.Match match) {
            return match(match);
        }
        if (condition instanceof Filter.In in) {
            return FilterSql.in(column(in.path()), in.values());
        }
        throw unsupported();
    }

    private Sql compare(Path path, Operator operator, Literal value) {
        return new Sql().add(column(path).text() + " " + operator.sql() + " ?", Key.fold(value.text()));
    }

    private Sql match(Filter.Match match) {
        String column = column(match.path()).text();
        String text = Key.fold(match.text());
        return switch (match.function()) {
            case STARTS_WITH -> FilterSql.startsWith(column, text);
            case ENDS_WITH -> FilterSql.endsWith(column, text);
            case CONTAINS -> throw unsupported();
        };
    }

    private Column column(Path path) {
        String property = path.names().isEmpty() ? collection : collection + "/" + path.joined();
        if (!table.values().contains(property)) {
            throw unsupported();
        }
        String alias = aliases.computeIfAbsent(property, p -> "v" + aliases.size());
        return Column.computed(alias + ".value", Key.Form.FOLDED);
    }

    private GraphError unsupported() {
        return GraphError.unsupportedQuery("Complex query on property " + collection + " is not supported.");
    }
}
