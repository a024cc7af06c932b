package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.Filter.Operator;
import java.util.Optional;

/** {@code relationship/$count op number} as a condition on a row {@code o}. */
final class SizeSql {
    private SizeSql() {}

    /** No more is counted than tells the difference. */
    static Sql of(Filter.Size size) {
        return new Sql()
                .add("(select count(*) from (select 1 from ")
                .add(owned(size.relationship()).rows("o.id", "e"))
                .add(
                        " limit " + (size.number() + 1) + ") counted) "
                                + size.operator().sql() + " ?",
                        size.number());
    }

    /** The ids of those that have one, or at least one, of what is kept as references; empty for other numbers and relationships. */
    static Optional<Sql> found(Filter.Size size) {
        boolean some = size.operator() == Operator.NE && size.number() == 0;
        boolean one = size.operator() == Operator.EQ && size.number() == 1;
        return size.relationship()
                .relation()
                .filter(relation -> (some || one) && !relation.transitive())
                .map(relation -> {
                    String near = relation.inverse() ? "r.target" : "r.source";
                    String far = relation.inverse() ? "r.source" : "r.target";
                    return new Sql()
                            .add(
                                    "select " + near + " as id from relation r cross join directory_object e"
                                            + " where r.tenant = {tenant} and r.kind = ? and e.tenant = {tenant} and e.id = "
                                            + far + " and e.deleted_date_time is null group by " + near
                                            + (one ? " having count(*) = 1" : ""),
                                    relation.kind());
                });
    }

    private static OwnedRows.OneStep owned(Navigation relationship) {
        return relationship
                .relation()
                .<OwnedRows.OneStep>map(OwnedRows.ByReference::new)
                .orElseGet(() -> new OwnedRows.ByColumn(relationship.target(), "parent"));
    }
}
