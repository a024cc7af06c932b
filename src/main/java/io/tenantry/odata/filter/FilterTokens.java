package io.tenantry.odata.filter;

import io.tenantry.error.GraphError;
import java.util.ArrayList;
import java.util.List;

/** Cuts a filter into string literals, names with paths and numbers, and single signs. */
final class FilterTokens {
    private static final int MAX = 5000;

    private FilterTokens() {}

    /** Throws 400 for an unterminated literal or more tokens than any filter needs. */
    static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            int end = c == '\'' ? literalEnd(text, i) : isWordChar(c) ? wordEnd(text, i) : i + 1;
            tokens.add(text.substring(i, end));
            if (tokens.size() > MAX) {
                throw GraphError.malformed(
                        "Invalid filter clause: The node count limit of '" + MAX + "' has been exceeded.");
            }
            i = end;
        }
        return tokens;
    }

    static boolean isName(String token) {
        return isWordChar(token.charAt(0));
    }

    private static int literalEnd(String text, int start) {
        int i = start + 1;
        while (i < text.length()) {
            if (text.charAt(i) == '\'') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                    i++;
                } else {
                    return i + 1;
                }
            }
            i++;
        }
        throw GraphError.malformed("Invalid filter clause: There is an unterminated string literal at position "
                + text.length() + " in '" + text + "'.");
    }

    private static int wordEnd(String text, int start) {
        int i = start;
        while (i < text.length() && (isWordChar(text.charAt(i)) || timeColon(text, start, i))) {
            i++;
        }
        // a literal of an enumeration has the name of its type before the quote
        return i < text.length() && text.charAt(i) == '\'' ? literalEnd(text, i) : i;
    }

    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '/' || c == '$' || c == '.' || c == '-' || c == '+';
    }

    /** A colon belongs to a date with time, not to a lambda. */
    private static boolean timeColon(String text, int start, int i) {
        return text.charAt(i) == ':' && Character.isDigit(text.charAt(start)) && i > start + 10;
    }
}
