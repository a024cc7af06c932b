package io.tenantry.odata.search;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.search.SearchTerms.Kind;
import io.tenantry.odata.search.SearchTerms.Term;
import java.util.List;

/** Parses {@code $search}: clauses in quotes, {@code AND} before {@code OR}, brackets (odata-protocol.md §5). */
public final class SearchParser {
    private static final int MAX_CLAUSES = 100;
    private static final int MAX_DEPTH = 100;

    private final GraphModel model;
    private final StructuredType type;
    private final String text;
    private final List<Term> terms;
    private int at;
    private int depth;

    private SearchParser(GraphModel model, StructuredType type, String text) {
        this.model = model;
        this.type = type;
        this.text = text;
        this.terms = SearchTerms.of(text);
    }

    /** Throws 400 {@code BadRequest} for what does not parse, {@code Request_UnsupportedQuery} for a property that is not searched. */
    public static Search parse(GraphModel model, StructuredType type, String text) {
        SearchParser parser = new SearchParser(model, type, text);
        if (parser.terms.stream().filter(term -> term.kind() == Kind.CLAUSE).count() > MAX_CLAUSES) {
            throw GraphError.malformed("The node count limit of '" + MAX_CLAUSES + "' has been exceeded.");
        }
        Search search = parser.or();
        if (parser.at < parser.terms.size()) {
            throw parser.unexpected();
        }
        return search;
    }

    private Search or() {
        Search left = and();
        while (takes(Kind.OR)) {
            left = new Search.Or(left, and());
        }
        return left;
    }

    /** Clauses side by side are joined by AND, as OData has it. */
    private Search and() {
        Search left = clause();
        while (takes(Kind.AND) || is(Kind.OPEN) || is(Kind.CLAUSE)) {
            left = new Search.And(left, clause());
        }
        return left;
    }

    private Search clause() {
        if (takes(Kind.OPEN)) {
            if (++depth > MAX_DEPTH) {
                throw GraphError.malformed("The recursion depth limit of the query has been exceeded.");
            }
            Search inner = or();
            if (!takes(Kind.CLOSE)) {
                throw unexpected();
            }
            depth--;
            return inner;
        }
        if (!is(Kind.CLAUSE)) {
            throw unexpected();
        }
        return clause(terms.get(at++));
    }

    private Search clause(Term term) {
        int colon = term.text().indexOf(':');
        if (colon <= 0) {
            throw SearchTerms.unexpected(text, term.position());
        }
        String name = term.text().substring(0, colon).trim();
        return model.property(type, name)
                .filter(property -> property.search() != Property.Search.NONE)
                .map(property -> new Search.Clause(
                        property, term.text().substring(colon + 1).trim()))
                .orElseThrow(() -> GraphError.unsupportedQuery("An unsupported property was specified."));
    }

    private boolean is(Kind kind) {
        return at < terms.size() && terms.get(at).kind() == kind;
    }

    private boolean takes(Kind kind) {
        boolean found = is(kind);
        at += found ? 1 : 0;
        return found;
    }

    private GraphError unexpected() {
        return SearchTerms.unexpected(text, at < terms.size() ? terms.get(at).position() : text.length());
    }
}
