package io.tenantry.odata.filter;

import java.util.HashSet;
import java.util.Set;

/** The properties and relationships of the object itself that a filter names; the element of a lambda has no name. */
public final class FilteredNames {
    private FilteredNames() {}

    public static Set<String> of(Filter filter) {
        Set<String> names = new HashSet<>();
        collect(filter, names);
        return names;
    }

    private static void collect(Filter filter, Set<String> names) {
        if (filter instanceof Filter.And and) {
            collect(and.left(), names);
            collect(and.right(), names);
        } else if (filter instanceof Filter.Or or) {
            collect(or.left(), names);
            collect(or.right(), names);
        } else if (filter instanceof Filter.Not not) {
            collect(not.operand(), names);
        } else if (filter instanceof Filter.Size size) {
            names.add(size.relationship().name());
        } else {
            path(filter).names().stream().findFirst().ifPresent(names::add);
        }
    }

    private static Path path(Filter filter) {
        if (filter instanceof Filter.Compare compare) {
            return compare.path();
        }
        if (filter instanceof Filter.In in) {
            return in.path();
        }
        if (filter instanceof Filter.Match match) {
            return match.path();
        }
        return filter instanceof Filter.Any any ? any.collection() : ((Filter.Count) filter).collection();
    }
}
