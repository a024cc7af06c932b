package io.tenantry.odata.query;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.search.Search;
import io.tenantry.odata.search.SearchParser;
import java.util.Optional;

/** Which entities of a collection a query is about: {@code $filter} and {@code $search}, both of which must hold. */
public record Criteria(Optional<Filter> filter, Optional<Search> search) {
    public static final Criteria NONE = new Criteria(Optional.empty(), Optional.empty());

    /**
     * @param eventual whether the request has {@code ConsistencyLevel: eventual}
     * @param advanced whether it is an advanced query, which asks for a count as well
     */
    public static Criteria parse(
            QueryOptions options, GraphModel model, StructuredType type, boolean eventual, boolean advanced) {
        return new Criteria(
                Query.filter(options, model, type, advanced),
                options.condition("search").map(text -> search(text, model, type, eventual)));
    }

    private static Search search(String text, GraphModel model, StructuredType type, boolean eventual) {
        if (!type.directory()) {
            throw GraphError.unsupportedQuery("Unsupported Query.");
        }
        if (!eventual) {
            throw GraphError.unsupportedQuery(
                    "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'");
        }
        return SearchParser.parse(model, type, text);
    }
}
