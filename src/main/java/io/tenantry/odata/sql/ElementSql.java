package io.tenantry.odata.sql;

import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.Path;
import io.tenantry.store.key.Key;

/** {@code collection/any(x:condition)} over the elements in the document, where {@code object_value} does not have them. */
final class ElementSql {
    private final Columns columns;
    private final Filter.Any any;

    ElementSql(Columns columns, Filter.Any any) {
        this.columns = columns;
        this.any = any;
    }

    Sql exists() {
        String elements =
                columns.dialect().jsonElements("o.body", any.collection().joined());
        return new Sql()
                .add("exists (select 1 from " + elements + " where ")
                .add(of(any.condition()))
                .add(")");
    }

    private Sql of(Filter condition) {
        if (Junction.is(condition)) {
            return Junction.of(condition, this::of);
        }
        if (condition instanceof Filter.Not not) {
            return new Sql().add("not coalesce(").add(of(not.operand())).add(", false)");
        }
        if (condition instanceof Filter.Compare compare) {
            return FilterSql.compare(column(compare.path()), compare.operator(), compare.value());
        }
        if (condition instanceof Filter.In in) {
            return FilterSql.in(column(in.path()), in.values());
        }
        if (condition instanceof Filter.Match match) {
            return new FilterSql(columns).match(column(match.path()), match.function(), match.text());
        }
        throw LambdaSql.unsupported(any);
    }

    private Column column(Path path) {
        return path.names().isEmpty()
                ? columns.element(any.collection())
                : Column.computed(
                        "lower(" + columns.dialect().jsonText("e.value", path.joined()) + ")", Key.Form.FOLDED);
    }
}
