package io.tenantry.odata.query;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.FilterParser;
import io.tenantry.odata.filter.FilterRules;
import java.util.List;
import java.util.Optional;

/**
 * What a client asks of a collection.
 *
 * @param counted whether {@code @odata.count} is due on the first page
 */
public record Query(
        StructuredType type,
        Criteria criteria,
        List<Order> order,
        Paging paging,
        boolean counted,
        Selection selection,
        List<Expansion> expansions) {

    /**
     * @param eventual whether the request has {@code ConsistencyLevel: eventual}
     * @throws GraphError as odata-protocol.md §4.6, §6 to §8 have it
     */
    public static Query parse(QueryOptions options, GraphModel model, StructuredType type, boolean eventual) {
        List<Expansion> expansions = options.expansions(model, type);
        boolean advanced = isAdvanced(options, type, eventual);
        boolean counted = advanced || isCounted(options) && !type.directory();
        Criteria criteria = Criteria.parse(options, model, type, eventual, advanced);
        List<Order> order = new OrderBy(model, type, advanced).of(options, criteria);
        Selection selection = options.selection(model, type, true);
        return new Query(type, criteria, order, Paging.parse(options, type, selection), counted, selection, expansions);
    }

    /** aad-advanced-queries: not together with {@code $expand}, which leaves a query a plain one. */
    static boolean isAdvanced(QueryOptions options, StructuredType type, boolean eventual) {
        return eventual
                && isCounted(options)
                && !(type.directory() && options.text("expand").isPresent());
    }

    private static boolean isCounted(QueryOptions options) {
        Optional<String> count = options.get("count").map(String::strip);
        boolean counted = count.filter("true"::equalsIgnoreCase).isPresent();
        if (count.isPresent() && !counted && !count.get().equalsIgnoreCase("false")) {
            throw GraphError.malformed("Invalid value '" + count.get()
                    + "' for $count query option found. Valid values are 'true' and 'false'.");
        }
        return counted;
    }

    public static Optional<Filter> filter(
            QueryOptions options, GraphModel model, StructuredType type, boolean advanced) {
        if (options.has("filter") && type.unfiltered()) {
            throw FilterRules.unfiltered();
        }
        Optional<Filter> filter = options.condition("filter").map(f -> FilterParser.parse(model, type, f));
        filter.ifPresent(f -> FilterRules.check(f, type, advanced));
        return filter;
    }
}
