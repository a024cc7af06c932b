package io.tenantry.odata.sql;

import io.tenantry.odata.filter.Path;
import io.tenantry.odata.query.Criteria;
import io.tenantry.odata.query.Order;
import io.tenantry.store.key.Table;
import io.tenantry.store.key.Tables;
import java.util.List;

/** The order of a collection where none is asked for. */
record DefaultOrder(SourceSql source, Columns columns, boolean deleted) {
    /** Logs come newest first (synchronization-api.md §11, directory.md §16.1), deleted items as they were deleted; other collections as their index has them. */
    List<Order> of(Criteria criteria) {
        if (source.table().isLog()) {
            return List.of(by(Table.LOG_TIME, true));
        }
        if (deleted && source.table() == Tables.DIRECTORY_OBJECT) {
            return List.of(by("deletedDateTime", false));
        }
        return criteria.filter()
                .filter(filter -> source.whole())
                .flatMap(new IndexOrder(columns)::of)
                .map(path -> List.of(new Order(path, false)))
                .orElse(List.of());
    }

    private static Order by(String property, boolean descending) {
        return new Order(new Path(List.of(property), null, "", false), descending);
    }
}
