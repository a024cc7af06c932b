package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an expression (provisioning-engine.md §5.1). Blanks between tokens do not matter; names do, with their case.
 *
 * <pre>
 * expression = attribute / constant / function
 * comparison = operand ( "=" / "&lt;&gt;" / "&gt;" / "&gt;=" / "&lt;" / "&lt;=" ) operand   ; only as an argument
 * </pre>
 */
public final class ExpressionParser {
    /** provisioning-engine.md §16: longer expressions are refused. */
    private static final int MAX_LENGTH = 10_000;

    private static final int MAX_DEPTH = 50;

    /** Words that stand for themselves: the ways to compare of {@code InStr}. */
    private static final Set<String> WORDS = Set.of("vbBinaryCompare", "vbTextCompare");

    private final ExpressionText text;
    private int depth;

    private ExpressionParser(String expression) {
        this.text = new ExpressionText(expression);
    }

    public static Expression parse(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new ExpressionError(
                    ExpressionError.Kind.TOO_LONG, "an expression may have " + MAX_LENGTH + " characters");
        }
        ExpressionParser parser = new ExpressionParser(expression);
        Expression parsed = parser.expression();
        parser.text.expectEnd();
        return parsed;
    }

    private Expression expression() {
        return switch (text.peek()) {
            case '[' -> new Expression.Attribute(text.attributeName());
            case '"' -> text.string();
            case '&' -> text.hexadecimal();
            case '-', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> text.number();
            default -> wordOrCall();
        };
    }

    private Expression wordOrCall() {
        String word = text.word();
        int position = text.position() - word.length();
        if (!text.accept('(')) {
            return constant(word, position);
        }
        if (++depth > MAX_DEPTH) {
            throw text.error("functions are nested deeper than " + MAX_DEPTH);
        }
        Expression call = new Expression.Call(word, arguments(), position);
        depth--;
        return call;
    }

    private static Expression constant(String word, int position) {
        if (!WORDS.contains(word)) {
            throw ExpressionError.at(
                    position,
                    ExpressionError.Kind.PARSE,
                    ExpressionError.quoted(word) + " is neither a function nor in brackets or quotes");
        }
        return new Expression.Constant(new Value.Text(word), word);
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        if (text.accept(')')) {
            return arguments;
        }
        do {
            arguments.add(argument());
        } while (text.accept(','));
        text.expect(')');
        return arguments;
    }

    private Expression argument() {
        if (text.peek() == ',' || text.peek() == ')') {
            return new Expression.Omitted();
        }
        Expression left = expression();
        Optional<Comparator> operator = text.comparator();
        return operator.isPresent() ? new Expression.Comparison(operator.get(), left, expression()) : left;
    }
}
