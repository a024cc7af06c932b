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
 * @param top page size
 * @param skip entities left out at the beginning; only outside the directory
 * @param counted whether {@code @odata.count} is due on the first page
 */
public record Query(
        StructuredType type,
        Criteria criteria,
        List<Order> order,
        int top,
        int skip,
        Optional<String> skipToken,
        boolean counted,
        Optional<Selection> selection,
        List<Expansion> expansions) {
    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_PAGE = 999;

    /**
     * @param eventual whether the request has {@code ConsistencyLevel: eventual}
     * @throws GraphError as odata-protocol.md §4.6, §6 to §8 have it
     */
    public static Query parse(QueryOptions options, GraphModel model, StructuredType type, boolean eventual) {
        List<Expansion> expansions = Expansion.parse(options.get("expand"), model, type);
        boolean advanced = isAdvanced(options, type, eventual);
        boolean counted = advanced || isCounted(options) && !type.directory();
        Criteria criteria = Criteria.parse(options, model, type, eventual, advanced);
        List<Order> order = new OrderBy(model, type, advanced).of(options, criteria);
        return new Query(
                type,
                criteria,
                order,
                top(options, type),
                skip(options, type),
                options.get("skiptoken"),
                counted,
                Selection.parse(options.get("select"), model, type, true),
                expansions);
    }

    /** aad-advanced-queries: not together with {@code $expand}, which leaves a query a plain one. */
    static boolean isAdvanced(QueryOptions options, StructuredType type, boolean eventual) {
        return eventual
                && isCounted(options)
                && !(type.directory() && options.text("expand").isPresent());
    }

    private static boolean isCounted(QueryOptions options) {
        return options.get("count").map(c -> c.equalsIgnoreCase("true")).orElse(false);
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

    private static int top(QueryOptions options, StructuredType type) {
        Optional<String> top = options.get("top");
        if (top.isEmpty()) {
            return DEFAULT_PAGE;
        }
        int number = number(top.get(), "$top");
        int most = type.maxPage().orElse(MAX_PAGE);
        if (number < 1 || number > most) {
            throw GraphError.unsupportedQuery(
                    "Invalid page size specified: '" + number + "'. Must be between 1 and " + most + " inclusive.");
        }
        return number;
    }

    private static int skip(QueryOptions options, StructuredType type) {
        if (!options.has("skip")) {
            return 0;
        }
        if (type.directory()) {
            throw GraphError.badRequest("'$skip' is not supported by the service.");
        }
        return Math.max(0, number(options.get("skip").get(), "$skip"));
    }

    private static int number(String text, String option) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw GraphError.malformed("Invalid value '" + text + "' for " + option + " query option found. The "
                    + option + " query option requires a non-negative integer value.");
        }
    }
}
