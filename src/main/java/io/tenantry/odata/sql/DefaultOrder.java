package io.tenantry.odata.sql;

import io.tenantry.odata.filter.Path;
import io.tenantry.odata.query.Criteria;
import io.tenantry.odata.query.Order;
import io.tenantry.store.Tables;
import java.util.List;

/** The order of a collection where none is asked for. */
record DefaultOrder(SourceSql source, Columns columns) {
    /** Logs come newest first (synchronization-api.md §11, directory.md §16.1); other collections as their index has them. */
    List<Order> of(Criteria criteria) {
        boolean log = source.table() == Tables.PROVISIONING_LOG || source.table() == Tables.DIRECTORY_AUDIT;
        if (log) {
            return List.of(new Order(new Path(List.of("activityDateTime"), null, "", false), true));
        }
        return source.indexedType()
                .flatMap(type -> criteria.filter().flatMap(new IndexOrder(columns)::of))
                .map(path -> List.of(new Order(path, false)))
                .orElse(List.of());
    }
}
