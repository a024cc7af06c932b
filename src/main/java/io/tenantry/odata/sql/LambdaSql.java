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

/**
 * {@code collection/any(x:condition)} as a search in {@code object_value}. Conditions on several sub-properties of one element join the
 * rows that have its ordinal.
 */
final class LambdaSql {
    private final Table table;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private String collection;

    LambdaSql(Table table) {
        this.table = table;
    }

    Sql any(Filter.Any any) {
        collection = any.collection().joined();
        Sql condition = of(any.condition());
        Sql exists = new Sql().add("exists (select 1 from ");
        String first = null;
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            exists.add((first == null ? "" : " join ") + "object_value " + alias.getValue());
            if (first == null) {
                first = alias.getValue();
            } else {
                String name = alias.getValue();
                exists.add(" on " + name + ".tenant = " + first + ".tenant and " + name + ".object_id = " + first
                        + ".object_id and " + name + ".ordinal = " + first + ".ordinal and " + name + ".property = '"
                        + alias.getKey() + "'");
            }
        }
        String property = aliases.keySet().iterator().next();
        return exists.add(" where " + first + ".tenant = {tenant} and " + first + ".object_id = o.id and " + first
                        + ".property = '" + property + "' and ")
                .add(condition)
                .add(")");
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

    private FilterSql.Column column(Path path) {
        String property = path.names().isEmpty() ? collection : collection + "/" + path.joined();
        if (!table.values().contains(property)) {
            throw unsupported();
        }
        String alias = aliases.computeIfAbsent(property, p -> "v" + aliases.size());
        return new FilterSql.Column(alias + ".value", Key.Form.FOLDED);
    }

    private GraphError unsupported() {
        return GraphError.unsupportedQuery("Complex query on property " + collection + " is not supported.");
    }
}
