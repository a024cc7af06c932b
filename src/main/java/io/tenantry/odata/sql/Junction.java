package io.tenantry.odata.sql;

import io.tenantry.odata.filter.Filter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.function.Function;

/**
 * {@code a and b and c}, or the same with {@code or}. The parser makes it as deep as it is long; written in halves of halves it stays
 * flat, because SQLite takes no expression deeper than 1,000.
 */
final class Junction {
    private final String word;
    private final Function<Filter, Sql> written;

    private Junction(String word, Function<Filter, Sql> written) {
        this.word = word;
        this.written = written;
    }

    static boolean is(Filter filter) {
        return filter instanceof Filter.And || filter instanceof Filter.Or;
    }

    /** @param written how a part is written */
    static Sql of(Filter junction, Function<Filter, Sql> written) {
        String word = junction instanceof Filter.And ? " and " : " or ";
        return new Junction(word, written).joined(parts(junction));
    }

    private Sql joined(List<Filter> parts) {
        if (parts.size() == 1) {
            return written.apply(parts.get(0));
        }
        int half = parts.size() / 2;
        return new Sql()
                .add("(")
                .add(joined(parts.subList(0, half)))
                .add(word)
                .add(joined(parts.subList(half, parts.size())))
                .add(")");
    }

    /** What one and the same word joins, in order. */
    private static List<Filter> parts(Filter junction) {
        LinkedList<Filter> parts = new LinkedList<>();
        Deque<Filter> open = new ArrayDeque<>(List.of(junction));
        while (!open.isEmpty()) {
            Filter last = open.pop();
            if (last instanceof Filter.And and && junction instanceof Filter.And) {
                open.push(and.left());
                open.push(and.right());
            } else if (last instanceof Filter.Or or && junction instanceof Filter.Or) {
                open.push(or.left());
                open.push(or.right());
            } else {
                parts.addFirst(last);
            }
        }
        return List.copyOf(parts);
    }
}
