package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.value.Value;
import java.util.List;
import java.util.stream.Stream;

/** An expression as it was written (provisioning-engine.md §5.1). */
public sealed interface Expression {
    /** {@code [department]}. */
    record Attribute(String name) implements Expression {}

    /** {@code "text"}, a number in decimal or hexadecimal, or the word {@code vbTextCompare} or {@code vbBinaryCompare}. */
    record Constant(Value value, String source) implements Expression {}

    /**
     * {@code Append([a], "b")}.
     *
     * @param position of the name in the text, from 0
     */
    record Call(String name, List<Expression> arguments, int position) implements Expression {}

    /** {@code [a] = "b"}; stands only as an argument. */
    record Comparison(Comparator operator, Expression left, Expression right) implements Expression {}

    /** An argument left empty: {@code Replace([a], , "b")}. */
    record Omitted() implements Expression {}

    /** Parts that the expression is made of directly. */
    default List<Expression> parts() {
        if (this instanceof Call call) {
            return call.arguments;
        }
        return this instanceof Comparison comparison ? List.of(comparison.left, comparison.right) : List.of();
    }

    /** The expression and all that stands in it. */
    default Stream<Expression> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Expression::all));
    }

    /** Names of the attributes that the expression reads. */
    default List<String> attributes() {
        return all().filter(Attribute.class::isInstance)
                .map(each -> ((Attribute) each).name)
                .toList();
    }

    /** The calls of a function in the expression. */
    default List<Call> calls(String function) {
        return all().filter(each -> each instanceof Call call && call.name.equals(function))
                .map(Call.class::cast)
                .toList();
    }

    /** The expression in its usual spelling. */
    default String spelled() {
        if (this instanceof Attribute attribute) {
            return "[" + attribute.name + "]";
        }
        if (this instanceof Constant constant) {
            return constant.source;
        }
        if (this instanceof Call call) {
            return call.name + "("
                    + String.join(
                            ", ",
                            call.arguments.stream().map(Expression::spelled).toList()) + ")";
        }
        if (this instanceof Comparison comparison) {
            return comparison.left.spelled() + " " + comparison.operator.symbol() + " " + comparison.right.spelled();
        }
        return "";
    }
}
