package io.tenantry.store.key;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The tokens of a text as {@code $search} compares them (odata-protocol.md §5). A text is cut at blanks, where upper case follows lower
 * case, between digits and letters, and at symbols, each of which is a token. Tokens are lower case.
 */
public final class SearchTokens {
    /** An index takes no longer texts, and nobody tells longer words apart by their end. */
    private static final int LONGEST_IN_INDEX = 128;

    private enum Kind {
        BLANK,
        LOWER,
        UPPER,
        DIGIT,
        SYMBOL;

        static Kind of(int c) {
            if (Character.isWhitespace(c)) {
                return BLANK;
            }
            if (Character.isDigit(c)) {
                return DIGIT;
            }
            if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
                return UPPER;
            }
            return Character.isLetter(c) || isMark(c) ? LOWER : SYMBOL;
        }

        private static boolean isMark(int c) {
            return switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                default -> false;
            };
        }

        boolean endsBefore(Kind next) {
            return this == SYMBOL
                    || next == SYMBOL
                    || (this == DIGIT) != (next == DIGIT)
                    || this == LOWER && next == UPPER;
        }
    }

    private final Set<String> tokens = new LinkedHashSet<>();
    private final boolean joining;
    private final StringBuilder token = new StringBuilder();
    private final StringBuilder joined = new StringBuilder();
    private boolean symbols;
    private Kind last = Kind.BLANK;

    private SearchTokens(boolean joining) {
        this.joining = joining;
    }

    /** What a query asks for: each has to be the beginning of a token of the value. */
    public static Set<String> asked(String text) {
        return new SearchTokens(false).of(text);
    }

    /** What a value is found by: its tokens, and words that only symbols separate also as one. */
    public static Set<String> indexed(String text) {
        return new SearchTokens(true).of(text);
    }

    /** A token, or the beginning of one, as the index holds it. */
    public static String cut(String token) {
        return token.codePointCount(0, token.length()) <= LONGEST_IN_INDEX
                ? token
                : token.substring(0, token.offsetByCodePoints(0, LONGEST_IN_INDEX));
    }

    private Set<String> of(String text) {
        text.codePoints().forEach(this::next);
        endChunk();
        return tokens;
    }

    private void next(int c) {
        Kind kind = Kind.of(c);
        if (kind == Kind.BLANK) {
            endChunk();
        } else {
            if (last.endsBefore(kind)) {
                endToken();
            }
            token.appendCodePoint(c);
            symbols |= kind == Kind.SYMBOL;
            if (kind != Kind.SYMBOL) {
                joined.appendCodePoint(c);
            }
        }
        last = kind;
    }

    private void endToken() {
        add(token);
    }

    private void endChunk() {
        endToken();
        if (joining && symbols) {
            add(joined);
        }
        joined.setLength(0);
        symbols = false;
    }

    private void add(StringBuilder part) {
        if (!part.isEmpty()) {
            tokens.add(Key.fold(part.toString()));
            part.setLength(0);
        }
    }
}
