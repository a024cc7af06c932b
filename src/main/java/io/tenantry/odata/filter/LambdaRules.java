package io.tenantry.odata.filter;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.FilterSupport;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.filter.Filter.Operator;

/** The rules of {@link FilterRules} within {@code any(…)}: the element takes the operators of its collection. */
final class LambdaRules {
    /** Asked for by issuer and what it assigned; of others, conditions on several properties are an advanced query. */
    private static final String PLAINLY_PAIRED = "identities";

    private final StructuredType type;
    private final Path collection;
    private final boolean advanced;

    LambdaRules(StructuredType type, Path collection, boolean advanced) {
        this.type = type;
        this.collection = collection;
        this.advanced = advanced;
    }

    /** Throws {@code Request_UnsupportedQuery} for what is not served of the elements. */
    void check(Filter condition) {
        if (!advanced
                && !PLAINLY_PAIRED.equals(collection.joined())
                && FilteredNames.of(condition).size() > 1) {
            throw complex();
        }
        checkPart(condition);
    }

    private void checkPart(Filter condition) {
        if (condition instanceof Filter.And and) {
            checkPart(and.left());
            checkPart(and.right());
        } else if (condition instanceof Filter.Or or) {
            checkPart(or.left());
            checkPart(or.right());
        } else if (condition instanceof Filter.Compare compare) {
            operator(
                    compare.path(),
                    compare.operator() == Operator.NE
                            ? "ne"
                            : compare.operator().word());
            LiteralRules.check(type, collection, compare.value());
        } else if (condition instanceof Filter.Match match) {
            operator(match.path(), match.function().word());
            LiteralRules.check(type, collection, match.literal());
        } else if (condition instanceof Filter.In in) {
            operator(in.path(), "eq");
            in.values().forEach(value -> LiteralRules.check(type, collection, value));
        } else {
            throw complex();
        }
    }

    private void operator(Path path, String operator) {
        FilterSupport own =
                path.property() == null ? FilterSupport.NONE : path.property().filter();
        FilterSupport support = own.none() ? collection.property().filter() : own;
        if (support.plain().contains(operator) || advanced && support.advanced().contains(operator)) {
            return;
        }
        throw operator.equals("endsWith") && !advanced
                ? GraphError.unsupportedQuery(
                        "Operator 'endsWith' is not supported because the required parameters might be missing. Try adding $count=true query"
                                + " parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for"
                                + " more information")
                : complex();
    }

    private GraphError complex() {
        return GraphError.unsupportedQuery("Complex query on property " + collection.joined() + " is not supported.");
    }
}
