package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.filter.Filter;

/** {@code relationship/$count op number} as a condition on a row {@code o}. */
final class SizeSql {
    private SizeSql() {}

    /** No more is counted than tells the difference. */
    static Sql of(Filter.Size size) {
        return new Sql()
                .add("(select count(*) from (select 1 from ")
                .add(link(size.relationship()).rows("o.id", "e"))
                .add(
                        " limit " + (size.number() + 1) + ") counted) "
                                + size.operator().sql() + " ?",
                        size.number());
    }

    private static Link link(Navigation relationship) {
        return relationship
                .relation()
                .<Link>map(Link.ByReference::new)
                .orElseGet(() -> new Link.ByColumn(relationship.target(), "parent"));
    }
}
