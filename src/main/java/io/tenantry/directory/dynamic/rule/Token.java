package io.tenantry.directory.dynamic.rule;

import java.util.ArrayList;
import java.util.List;

/** A word, a quoted text, or a mark of a rule. */
record Token(Kind kind, String text) {
    enum Kind {
        WORD,
        QUOTED,
        /** ( ) [ ] , */
        MARK,
        END
    }

    private static final String MARKS = "()[],";

    static List<Token> of(String rule) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < rule.length()) {
            char c = rule.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (MARKS.indexOf(c) >= 0) {
                tokens.add(new Token(Kind.MARK, String.valueOf(c)));
                i++;
            } else if (c == '"' || c == '\'') {
                i = quoted(rule, i, tokens);
            } else {
                i = word(rule, i, tokens);
            }
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    /** A backtick escapes what follows it, a doubled quote stands for itself. */
    private static int quoted(String rule, int start, List<Token> tokens) {
        char quote = rule.charAt(start);
        StringBuilder text = new StringBuilder();
        for (int i = start + 1; i < rule.length(); i++) {
            char c = rule.charAt(i);
            boolean last = i + 1 == rule.length();
            if (c == '`' && !last) {
                text.append(rule.charAt(++i));
            } else if (c != quote) {
                text.append(c);
            } else if (!last && rule.charAt(i + 1) == quote) {
                text.append(rule.charAt(++i));
            } else {
                tokens.add(new Token(Kind.QUOTED, text.toString()));
                return i + 1;
            }
        }
        throw RuleException.syntax(rule.substring(start));
    }

    private static int word(String rule, int start, List<Token> tokens) {
        int end = start;
        while (end < rule.length()
                && !Character.isWhitespace(rule.charAt(end))
                && MARKS.indexOf(rule.charAt(end)) < 0
                && rule.charAt(end) != '"'
                && rule.charAt(end) != '\'') {
            end++;
        }
        tokens.add(new Token(Kind.WORD, rule.substring(start, end)));
        return end;
    }

    boolean mark(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    /** Whether this is the operator, with or without hyphen; an en dash of an editor counts as one. */
    boolean operator(String name) {
        return kind == Kind.WORD && withoutHyphen().equalsIgnoreCase(name);
    }

    String withoutHyphen() {
        return text.startsWith("-") || text.startsWith("\u2013") ? text.substring(1) : text;
    }
}
