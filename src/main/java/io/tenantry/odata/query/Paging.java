package io.tenantry.odata.query;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.StructuredType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which part of a collection a client asks for (odata-protocol.md §6, §7).
 *
 * @param top page size
 * @param skip entities left out at the beginning; neither in the directory nor in logs
 */
public record Paging(int top, int skip, Optional<String> skipToken) {
    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_PAGE = 999;
    /** Makes pages smaller, whatever was asked for (directory.md E28). */
    private static final String SLOW = "signInActivity";

    private static final int MAX_SLOW_PAGE = 120;
    /** Java knows the digits of other scripts as well. */
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    static Paging parse(QueryOptions options, StructuredType type, Selection selection) {
        int top = top(options, type);
        boolean slow = selection.names().contains(SLOW);
        return new Paging(slow ? Math.min(top, MAX_SLOW_PAGE) : top, skip(options, type), options.get("skiptoken"));
    }

    /** Whether it is the first page. */
    public boolean begins() {
        return skipToken.isEmpty();
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
        if (type.unskipped()) {
            throw GraphError.badRequest("'$skip' is not supported by the service.");
        }
        return Math.max(0, number(options.get("skip").get(), "$skip"));
    }

    private static int number(String text, String option) {
        try {
            return Integer.parseInt(ASCII.matcher(text).matches() ? text.trim() : "");
        } catch (NumberFormatException e) {
            throw GraphError.malformed("Invalid value '" + text + "' for " + option + " query option found. The "
                    + option + " query option requires a non-negative integer value.");
        }
    }
}
