package io.tenantry.odata.query;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.filter.FilterParser;
import io.tenantry.odata.filter.FilterRules;
import java.util.Optional;

/** What references lead to is filtered and, behind a cast, sorted in advanced queries only (odata-protocol.md §4.3, §4.5, §6). */
public final class RelationshipRules {
    private RelationshipRules() {}

    /** Throws {@code Request_UnsupportedQuery} for a plain query that filters or sorts, 400 for a filter that does not even parse. */
    public static void check(QueryOptions options, GraphModel model, StructuredType type, boolean eventual) {
        if (Query.isAdvanced(options, type, eventual)) {
            return;
        }
        Optional<String> filter = options.text("filter");
        if (filter.isPresent()) {
            FilterParser.parse(model, type, filter.get());
            throw FilterRules.ofReferences();
        }
        // without a cast there is nothing to sort by, which has an error of its own
        if (options.text("orderby").isPresent() && !type.name().equals("directoryObject")) {
            throw OrderBy.unsupported();
        }
    }
}
