package io.tenantry.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A statement with the values of its marks. A collection may stand for the mark behind {@code in}: the mark becomes a list of as many as
 * the next power of two, the last value repeated, so that lists of about the same length share a prepared statement.
 */
record BoundStatement(String sql, List<Object> values) {
    static BoundStatement of(String sql, Object... parameters) {
        StringBuilder text = new StringBuilder();
        List<Object> values = new ArrayList<>(parameters.length);
        int done = 0;
        int mark = -1;
        for (Object parameter : parameters) {
            mark = sql.indexOf('?', mark + 1);
            if (parameter instanceof Collection<?> list) {
                int width = width(list.size());
                text.append(sql, done, mark)
                        .append('(')
                        .append("?,".repeat(width - 1))
                        .append("?)");
                done = mark + 1;
                values.addAll(list);
                values.addAll(Collections.nCopies(width - list.size(), values.get(values.size() - 1)));
            } else {
                values.add(parameter);
            }
        }
        return new BoundStatement(
                done == 0 ? sql : text.append(sql, done, sql.length()).toString(), values);
    }

    private static int width(int size) {
        if (size == 0) {
            throw new IllegalArgumentException("an empty list has no statement");
        }
        return size == 1 ? 1 : Integer.highestOneBit(size - 1) * 2;
    }
}
