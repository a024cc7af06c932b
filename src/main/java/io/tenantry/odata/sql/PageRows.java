package io.tenantry.odata.sql;

import io.tenantry.odata.query.Page;
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
    private final boolean divisible;
    private final List<Entity> entities = new ArrayList<>();
    private final List<List<Object>> sortValues = new ArrayList<>();
    private long bytes;
    private boolean more;

    /** @param divisible whether the page may have to end earlier, for what its rows lead to */
    PageRows(SourceSql source, int size, int sortKeys, boolean divisible) {
        this.source = source;
        this.size = size;
        this.sortKeys = sortKeys;
        this.divisible = divisible;
    }

    /** Takes a row. Its sort values matter only where the page ends with it, and cost as much to read as the row does. */
    boolean add(Row row) {
        if (isFull()) {
            more = true;
            return false;
        }
        Entity entity = source.entity(row);
        entities.add(entity);
        bytes += entity.document().length;
        if (divisible || isFull()) {
            sortValues.add(sortValues(row));
        }
        return true;
    }

    private boolean isFull() {
        return entities.size() == size || bytes >= Page.LARGE;
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
        return more ? Optional.of(sortValues.get(sortValues.size() - 1)) : Optional.empty();
    }

    /** The sort values of any row of a divisible page. */
    List<Object> sortValues(int place) {
        return sortValues.get(place);
    }
}
