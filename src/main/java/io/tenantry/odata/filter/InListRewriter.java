package io.tenantry.odata.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins strict tokens to a text, and takes {@code null} out of lists, which Olingo refuses: {@code p in (null,'x')} becomes
 * {@code (p eq null or p in ('x'))}.
 */
final class InListRewriter {
    private final List<String> tokens;
    private final List<String> out = new ArrayList<>();

    InListRewriter(List<String> tokens) {
        this.tokens = tokens;
    }

    String rewritten() {
        int i = 0;
        while (i < tokens.size()) {
            i = isList(i) ? list(i) : copy(i);
        }
        return joined();
    }

    private boolean isList(int i) {
        return i + 2 < tokens.size()
                && tokens.get(i + 1).equals("in")
                && tokens.get(i + 2).equals("(")
                && FilterTokens.isName(tokens.get(i));
    }

    private int copy(int i) {
        out.add(tokens.get(i));
        return i + 1;
    }

    private int list(int start) {
        String path = tokens.get(start);
        int end = start + 3;
        List<String> values = new ArrayList<>();
        boolean nulls = false;
        while (end < tokens.size() && !tokens.get(end).equals(")")) {
            String token = tokens.get(end++);
            if (token.equals("null")) {
                nulls = true;
            } else if (!token.equals(",")) {
                values.add(token);
            }
        }
        if (!nulls) {
            return copyAll(start, Math.min(end + 1, tokens.size()));
        }
        out.addAll(List.of("(", path, "eq", "null"));
        if (!values.isEmpty()) {
            out.addAll(List.of("or", path, "in", "("));
            out.add(String.join(",", values));
            out.add(")");
        }
        out.add(")");
        return end + 1;
    }

    private int copyAll(int start, int end) {
        for (int i = start; i < end; i++) {
            out.add(tokens.get(i));
        }
        return end;
    }

    /** One blank between words; none inside brackets, before commas or after a function's name. */
    private String joined() {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String token : out) {
            if (!text.isEmpty() && blankBetween(before, token)) {
                text.append(' ');
            }
            text.append(token);
            before = token;
        }
        return text.toString();
    }

    private static boolean blankBetween(String before, String token) {
        if (before.equals("(") || before.equals(":") || token.equals(")") || token.equals(",") || token.equals(":")) {
            return false;
        }
        if (before.equals(",")) {
            return false;
        }
        if (!token.equals("(")) {
            return true;
        }
        return switch (before) {
            case "eq", "ne", "gt", "ge", "lt", "le", "and", "or", "not", "in", "has" -> true;
            default -> false;
        };
    }
}
