package io.tenantry.odata.query;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.FilterParser;
import io.tenantry.odata.filter.FilterRules;
import io.tenantry.odata.filter.Path;

/**
 * What references lead to is filtered and, behind a cast, sorted in advanced queries only (odata-protocol.md §4.3, §4.5, §6); some of it by
 * id plainly as well (field-findings.md §2).
 */
public final class RelationshipRules {
    private RelationshipRules() {}

    /** Throws {@code Request_UnsupportedQuery} for a plain query that filters or sorts, 400 for a filter that does not even parse. */
    public static void check(QueryOptions options, GraphModel model, StructuredType type, boolean eventual) {
        if (Query.isAdvanced(options, type, eventual)) {
            return;
        }
        options.condition("filter")
                .map(text -> FilterParser.parse(model, type, text))
                .ifPresent(filter -> {
                    if (!isById(filter)) {
                        throw FilterRules.ofReferences();
                    }
                });
        // without a cast there is nothing to sort by, which has an error of its own
        if (options.text("orderby").isPresent() && !type.name().equals("directoryObject")) {
            throw OrderBy.unsupported();
        }
    }

    private static boolean isById(Filter filter) {
        if (filter instanceof Filter.And and) {
            return isById(and.left()) && isById(and.right());
        }
        if (filter instanceof Filter.Or or) {
            return isById(or.left()) && isById(or.right());
        }
        if (filter instanceof Filter.Compare compare) {
            return compare.operator() == Filter.Operator.EQ && isId(compare.path());
        }
        return filter instanceof Filter.In in && isId(in.path());
    }

    private static boolean isId(Path path) {
        return path.joined().equals("id");
    }
}
