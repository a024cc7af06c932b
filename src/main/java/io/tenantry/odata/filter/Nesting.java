package io.tenantry.odata.filter;

import io.tenantry.error.GraphError;

/** Bounds the depth of an expression before a recursive parser sees it. */
final class Nesting {
    /** ODataLib's own default for the depth of a filter. */
    private static final int MAX_DEPTH = 100;

    private Nesting() {}

    static void check(String strict) {
        int depth = 0;
        boolean literal = false;
        for (int i = 0; i < strict.length(); i++) {
            char c = strict.charAt(i);
            if (c == '\'') {
                literal = !literal;
            } else if (!literal && (c == '(' || strict.startsWith("not ", i))) {
                depth++;
            } else if (!literal && c == ')') {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                throw GraphError.malformed(
                        "Invalid filter clause: The recursion depth limit of the query has been exceeded.");
            }
        }
    }
}
