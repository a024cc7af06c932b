package io.tenantry.odata.sql;

import io.tenantry.store.Entity;
import io.tenantry.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one page and, of one more behind it, that it is there. */
final class PageRows {
    private final SourceSql source;
    private final int size;
    private final int sortKeys;
    private final List<Entity> entities = new ArrayList<>();
    private List<Object> last = List.of();
    private boolean more;

    PageRows(SourceSql source, int size, int sortKeys) {
        this.source = source;
        this.size = size;
        this.sortKeys = sortKeys;
    }

    /** Takes a row. Its sort values matter only where the page ends with it, and cost as much to read as the row does. */
    boolean add(Row row) {
        if (entities.size() == size) {
            more = true;
            return false;
        }
        entities.add(source.entity(row));
        if (entities.size() == size) {
            last = sortValues(row);
        }
        return true;
    }

    private List<Object> sortValues(Row row) {
        List<Object> values = new ArrayList<>(sortKeys);
        for (int i = 1; i <= sortKeys; i++) {
            values.add(row.getObject(source.width() + i));
        }
        return values;
    }

    boolean complete() {
        return more;
    }

    List<Entity> entities() {
        return entities;
    }

    /** The sort values of the last row, where more follow it. */
    Optional<List<Object>> last() {
        return more ? Optional.of(last) : Optional.empty();
    }
}
