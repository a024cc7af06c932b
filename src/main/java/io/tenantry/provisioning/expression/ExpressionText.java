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

    String attributeName() {
        expect('[');
        int close = text.indexOf(']', position);
        if (close <= position) {
            throw error("an attribute name in brackets expected");
        }
        String name = text.substring(position, close);
        position = close + 1;
        return name;
    }

    /** Backslash and double quote are escaped by a backslash. */
    Expression string() {
        int start = position;
        expect('"');
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            if (text.charAt(position) == '\\' && position + 1 < text.length()) {
                position++;
            }
            value.append(text.charAt(position++));
        }
        if (position == text.length()) {
            throw error("a string is not closed");
        }
        position++;
        return new Expression.Constant(new Value.Text(value.toString()), text.substring(start, position));
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
            throw error("a hexadecimal number expected");
        }
        return new Expression.Constant(
                new Value.Whole(Long.parseLong(text.substring(digits, position), 16)), text.substring(start, position));
    }

    Expression number() {
        int start = position++;
        takeWhile("0123456789");
        String digits = text.substring(start, position);
        if (!Value.isWhole(digits)) {
            throw error("a number expected");
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
        return new ExpressionError(ExpressionError.Kind.PARSE, message + " at position " + position);
    }

    private void takeWhile(String characters) {
        while (position < text.length() && characters.indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }
}
