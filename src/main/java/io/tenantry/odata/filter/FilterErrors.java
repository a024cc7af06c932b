package io.tenantry.odata.filter;

import io.tenantry.resource.GraphError;
import org.apache.olingo.server.api.ODataLibraryException;

/** What Graph says about a filter that does not parse (odata-protocol.md §4.6). */
final class FilterErrors {
    private FilterErrors() {}

    static GraphError of(ODataLibraryException e, String text) {
        String key = e.getMessageKey().getKey();
        if (key.endsWith("INCOMPATIBLE_TYPE_FILTER")
                || key.endsWith("TYPES_NOT_COMPATIBLE")
                || key.endsWith("UNKNOWN_TYPE")) {
            return GraphError.malformed(
                    "Invalid filter clause: A binary operator with incompatible types was detected in '" + text + "'.");
        }
        return FilterParser.invalid(text);
    }
}
