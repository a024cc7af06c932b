package io.tenantry.odata.query;

import io.tenantry.error.GraphError;
import java.util.ArrayList;
import java.util.List;

/** The list that {@code $select} and {@code $expand} are. A comma may end it; any other has a term before it (odata-protocol.md §9). */
final class Terms {
    private Terms() {}

    static List<String> of(String list) {
        List<String> terms = new ArrayList<>();
        int comma = -1;
        for (String part : between(list, ',')) {
            comma += part.length() + 1;
            if (!part.isBlank()) {
                terms.add(part.strip());
            } else if (comma < list.length()) {
                throw GraphError.malformed(
                        "Parsing OData Select and Expand failed: An identifier was expected at position " + comma
                                + ".");
            }
        }
        return terms;
    }

    /** What stands between signs outside of brackets. */
    static List<String> between(String text, char sign) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == sign && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
