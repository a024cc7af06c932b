package io.tenantry.odata.search;

import io.tenantry.error.GraphError;
import java.util.ArrayList;
import java.util.List;

/** Cuts a search expression into brackets, operators and quoted clauses. */
final class SearchTerms {
    /** @param text of a clause without its quotes and escapes, otherwise the sign or word itself */
    record Term(Kind kind, String text, int position) {}

    enum Kind {
        OPEN,
        CLOSE,
        AND,
        OR,
        CLAUSE
    }

    private final String search;
    private final List<Term> terms = new ArrayList<>();
    private int at;

    private SearchTerms(String search) {
        this.search = search;
    }

    /** Throws 400 for what is neither of them. */
    static List<Term> of(String search) {
        SearchTerms terms = new SearchTerms(search);
        while (terms.at < search.length()) {
            terms.next();
        }
        return terms.terms;
    }

    private void next() {
        char c = search.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '(' || c == ')') {
            add(c == '(' ? Kind.OPEN : Kind.CLOSE, at, at + 1);
        } else if (c == '"') {
            clause();
        } else {
            word();
        }
    }

    /** Operators are upper case; any other word had to stand in quotes. */
    private void word() {
        int end = at;
        while (end < search.length() && Character.isLetterOrDigit(search.charAt(end))) {
            end++;
        }
        switch (search.substring(at, end)) {
            case "AND" -> add(Kind.AND, at, end);
            case "OR" -> add(Kind.OR, at, end);
            default -> throw unexpected(search, end < search.length() ? end : at);
        }
    }

    private void clause() {
        StringBuilder text = new StringBuilder();
        int i = at + 1;
        while (i < search.length() && search.charAt(i) != '"') {
            boolean escape = search.charAt(i) == '\\' && i + 1 < search.length();
            text.append(search.charAt(escape ? i + 1 : i));
            i += escape ? 2 : 1;
        }
        if (i >= search.length()) {
            throw GraphError.malformed(
                    "There is an unterminated string literal at position " + search.length() + " in '" + search + "'.");
        }
        terms.add(new Term(Kind.CLAUSE, text.toString(), at));
        at = i + 1;
    }

    private void add(Kind kind, int start, int end) {
        terms.add(new Term(kind, search.substring(start, end), start));
        at = end;
    }

    static GraphError unexpected(String search, int position) {
        return GraphError.malformed(
                position < search.length()
                        ? "Syntax error: character '" + search.charAt(position) + "' is not valid at position "
                                + position + " in '" + search + "'."
                        : "Syntax error at position " + position + " in '" + search + "'.");
    }
}
