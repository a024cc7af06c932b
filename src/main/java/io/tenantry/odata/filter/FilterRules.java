package io.tenantry.odata.filter;

import io.tenantry.error.GraphError;
import io.tenantry.format.PascalCase;
import io.tenantry.odata.edm.FilterSupport;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.filter.Filter.Literal;
import io.tenantry.odata.filter.Filter.Operator;

/**
 * What a directory collection takes in {@code $filter}: each property has its operators, some of them only in an advanced query
 * (odata-protocol.md §4.3 to §4.6). Other collections follow ordinary OData.
 */
public final class FilterRules {
    private static final int MAX_PLAIN_CLAUSES = 15;
    /** No other property may be filtered beside it (field-findings.md §2). */
    private static final String ALONE = "signInActivity";

    private final StructuredType type;
    private final boolean advanced;

    private FilterRules(StructuredType type, boolean advanced) {
        this.type = type;
        this.advanced = advanced;
    }

    /** Throws {@code Request_UnsupportedQuery} for the first clause that is not served. */
    public static void check(Filter filter, StructuredType type, boolean advanced) {
        if (!type.directory()) {
            new OrdinaryRules(type).check(filter);
            return;
        }
        FilterRules rules = new FilterRules(type, advanced);
        rules.check(filter);
        if (FilteredNames.of(filter).contains(ALONE) && FilteredNames.of(filter).size() > 1) {
            throw clause(type, ALONE);
        }
        int clauses = orClauses(filter);
        if (!advanced && clauses > MAX_PLAIN_CLAUSES) {
            throw GraphError.unsupportedQuery(
                    "Too many child clauses specified in search filter expression containing 'OR' operators: " + clauses
                            + ". Max allowed: " + MAX_PLAIN_CLAUSES);
        }
    }

    private void check(Filter filter) {
        if (filter instanceof Filter.And and) {
            check(and.left());
            check(and.right());
        } else if (filter instanceof Filter.Or or) {
            check(or.left());
            check(or.right());
        } else if (filter instanceof Filter.Not not) {
            advancedOnly("not");
            check(not.operand());
        } else if (filter instanceof Filter.Compare compare) {
            compare(compare.path(), compare.operator(), compare.value());
        } else if (filter instanceof Filter.In in) {
            in.values().forEach(value -> in(in.path(), value));
        } else if (filter instanceof Filter.Match match) {
            match(match);
        } else if (filter instanceof Filter.Any any) {
            any(any);
        } else if (filter instanceof Filter.Count count) {
            count(count.collection().joined(), support(count.collection()), count.operator(), count.number());
        } else if (filter instanceof Filter.Size size) {
            count(size.relationship().name(), size.relationship().filter(), size.operator(), size.number());
        }
    }

    private void in(Path path, Literal value) {
        operator(path, value == Literal.NULL ? "null" : "in");
        LiteralRules.check(type, path, value);
    }

    private void compare(Path path, Operator operator, Literal value) {
        if (path.folded()) {
            throw GraphError.unsupportedQuery("Unsupported Query.");
        }
        if (value == Literal.NULL) {
            operator(path, "null");
        } else if (operator == Operator.NE) {
            operator(path, "eq", "ne");
            advancedOnly("ne");
        } else {
            operator(path, operator.word());
        }
        LiteralRules.check(type, path, value);
    }

    private void match(Filter.Match match) {
        if (match.function() == Filter.Function.CONTAINS || match.path().folded()) {
            throw GraphError.unsupportedQuery("Unsupported property filter clause operator 'Contains'.");
        }
        if (match.function() == Filter.Function.ENDS_WITH) {
            FilterSupport support = support(match.path());
            if (!support.plain().contains("endsWith") && !support.advanced().contains("endsWith")) {
                throw clause(match.path());
            }
            advancedOnly("endsWith");
        } else {
            operator(match.path(), match.function().word());
        }
        LiteralRules.check(type, match.path(), match.literal());
    }

    /** Inside a lambda the operators are those of the collection, or of the element's own property. */
    private void any(Filter.Any any) {
        if (support(any.collection()).none()
                && any.collection().property().type().kind() != TypeRef.Kind.COMPLEX) {
            throw clause(any.collection());
        }
        new LambdaRules(type, any.collection(), advanced).check(any.condition());
        IdentityRules.check(any);
    }

    /** Whether there is none, or just one (odata-protocol.md §4.3). */
    private void count(String counted, FilterSupport support, Operator operator, long number) {
        boolean served = support.plain().contains("count") || support.advanced().contains("count");
        boolean zeroOrOne = number == 0 || number == 1;
        boolean equality = operator == Operator.EQ || operator == Operator.NE;
        if (!served || !zeroOrOne || !equality || !advanced) {
            throw clause(type, counted);
        }
    }

    private void operator(Path path, String... any) {
        if (!advanced && isOfAnotherType(path)) {
            throw ofReferences();
        }
        FilterSupport support = support(path);
        for (String operator : any) {
            if (support.plain().contains(operator)
                    || advanced && support.advanced().contains(operator)) {
                return;
            }
        }
        throw clause(path);
    }

    /** Of a type whose collections take no filter. */
    public static GraphError unfiltered() {
        return GraphError.unsupportedQuery("Filtered searches against this resource are not supported.");
    }

    /** Of a plain query that filters what references lead to. */
    public static GraphError ofReferences() {
        return GraphError.unsupportedQuery(
                "The specified filter to the reference property query is currently not supported.");
    }

    /** What members and the like are filtered by, of which only some have it. */
    private boolean isOfAnotherType(Path path) {
        return type.name().equals("directoryObject")
                && type.property(path.names().get(0)).isEmpty();
    }

    private void advancedOnly(String operator) {
        if (!advanced) {
            throw GraphError.unsupportedQuery(
                    "Operator '" + operator
                            + "' is not supported because the required parameters might be missing. Try adding $count=true query parameter and"
                            + " ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information");
        }
    }

    private static FilterSupport support(Path path) {
        return path.property() == null ? FilterSupport.NONE : path.property().filter();
    }

    private GraphError clause(Path path) {
        return clause(type, path.joined());
    }

    static GraphError clause(StructuredType type, String path) {
        return GraphError.unsupportedQuery("Unsupported or invalid query filter clause specified for property '" + path
                + "' of resource '" + PascalCase.of(type.name()) + "'.");
    }

    private static int orClauses(Filter filter) {
        if (filter instanceof Filter.Or or) {
            return Math.max(1, orClauses(or.left())) + Math.max(1, orClauses(or.right()));
        }
        if (filter instanceof Filter.And and) {
            return Math.max(orClauses(and.left()), orClauses(and.right()));
        }
        return filter instanceof Filter.In in ? in.values().size() : 0;
    }
}
