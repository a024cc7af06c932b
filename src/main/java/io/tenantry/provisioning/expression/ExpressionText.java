package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Value;
import java.util.Optional;

/** The characters of an expression, read from left to right. */
final class ExpressionText {
    private static final char END = 0;

    private final String text;
    private int position;

    ExpressionText(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    /** The next character that is no blank, without taking it; 0 at the end. */
    char peek() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : END;
    }

    boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        position++;
        return true;
    }

    void expect(char wanted) {
        if (!accept(wanted)) {
            throw error("'" + wanted + "' expected");
        }
    }

    void expectEnd() {
        if (peek() != END) {
            throw error("nothing more expected");
        }
    }

    /** A name may hold brackets of its own: {@code [emails[type eq "work"].value]}. */
    String attributeName() {
        expect('[');
        int start = position;
        for (int open = 1; open > 0; position++) {
            if (position == text.length()) {
                throw error("an attribute name is not closed");
            }
            open += text.charAt(position) == '[' ? 1 : text.charAt(position) == ']' ? -1 : 0;
        }
        String name = text.substring(start, position - 1);
        if (name.isBlank()) {
            throw error("an attribute name in brackets expected");
        }
        return name;
    }

    /** Backslash and double quote are escaped by a backslash. */
    Expression string() {
        int start = position;
        expect('"');
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            value.append(text.charAt(position) == '\\' ? escaped() : text.charAt(position));
            position++;
        }
        if (position == text.length()) {
            throw error("a string is not closed");
        }
        position++;
        return new Expression.Constant(new Value.Text(value.toString()), text.substring(start, position));
    }

    private char escaped() {
        position++;
        if (position == text.length() || text.charAt(position) != '\\' && text.charAt(position) != '"') {
            throw error("a backslash stands before a backslash or a quotation mark only");
        }
        return text.charAt(position);
    }

    Expression hexadecimal() {
        int start = position;
        position++;
        if (!accept('H')) {
            throw error("'H' expected");
        }
        int digits = position;
        takeWhile("0123456789abcdefABCDEF");
        if (digits == position || position - digits > 15) {
            throw error("a hexadecimal number of up to 15 digits expected");
        }
        return new Expression.Constant(
                new Value.Whole(Long.parseLong(text.substring(digits, position), 16)), text.substring(start, position));
    }

    Expression number() {
        int start = position++;
        takeWhile("0123456789");
        String digits = text.substring(start, position);
        if (!Value.isWhole(digits)) {
            throw error("an integer of 64 bits expected");
        }
        return new Expression.Constant(new Value.Whole(Long.parseLong(digits)), digits);
    }

    String word() {
        peek();
        int start = position;
        while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw error(peek() == END ? "an expression expected" : "'" + peek() + "' is not expected");
        }
        return text.substring(start, position);
    }

    Optional<Comparator> comparator() {
        peek();
        Optional<Comparator> found = Comparator.at(text, position);
        found.ifPresent(operator -> position += operator.symbol().length());
        return found;
    }

    ExpressionError error(String message) {
        return ExpressionError.at(position, ExpressionError.Kind.PARSE, message);
    }

    private void takeWhile(String characters) {
        while (position < text.length() && characters.indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }
}
