package io.tenantry.graph.delta;

import io.tenantry.error.GraphError;
import io.tenantry.format.Ids;
import io.tenantry.odata.filter.Filter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The only filter of a delta query: {@code id eq 'a' or id eq 'b'}, at most 50 of them (directory.md §17). */
final class DeltaIds {
    private static final int MOST = 50;

    private DeltaIds() {}

    static List<String> of(Filter filter) {
        Set<String> ids = new LinkedHashSet<>();
        collect(filter, ids);
        if (ids.size() > MOST) {
            throw unsupported();
        }
        return new ArrayList<>(ids);
    }

    private static void collect(Filter filter, Set<String> ids) {
        if (filter instanceof Filter.Or or) {
            collect(or.left(), ids);
            collect(or.right(), ids);
        } else if (filter instanceof Filter.Compare compare
                && compare.operator() == Filter.Operator.EQ
                && compare.path().joined().equals("id")) {
            ids.add(Ids.canonical(compare.value().text()));
        } else {
            throw unsupported();
        }
    }

    private static GraphError unsupported() {
        return GraphError.unsupportedQuery("Unsupported Query.");
    }
}
