package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.filter.Filter;
import io.tenantry.store.Tables;

/** {@code relationship/$count op number} as a condition on a row {@code o}. */
final class SizeSql {
    private SizeSql() {}

    /** No more is counted than tells the difference. */
    static Sql of(Filter.Size size) {
        return new Sql()
                .add("(select count(*) from (select 1 from ")
                .add(rows(size.relationship()))
                .add(
                        " limit " + (size.number() + 1) + ") counted) "
                                + size.operator().sql() + " ?",
                        size.number());
    }

    private static Sql rows(Navigation relationship) {
        return relationship
                .relation()
                .map(relation -> ReferenceSql.of(relation, "o.id", "s", "e"))
                .orElseGet(() -> children(relationship.target()));
    }

    private static Sql children(String type) {
        return new Sql()
                .add(
                        Tables.of(type).name()
                                + " e where e.tenant = {tenant} and e.type = ? and e.parent = o.id and e.deleted_date_time is null",
                        type);
    }
}
