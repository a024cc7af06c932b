package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.value.Value;
import java.util.List;
import java.util.stream.Stream;

/** An expression as it was written (provisioning-engine.md §5.1). */
public sealed interface Expression {
    /** {@code [department]}. */
    record Attribute(String name) implements Expression {}

    /** {@code "text"}, a number in decimal or hexadecimal, or a bare word such as {@code vbTextCompare}. */
    record Constant(Value value, String source) implements Expression {}

    /** {@code Append([a], "b")}. */
    record Call(String name, List<Expression> arguments) implements Expression {}

    /** {@code [a] = "b"}; stands only as an argument. */
    record Comparison(Comparator operator, Expression left, Expression right) implements Expression {}

    /** An argument left empty: {@code Replace([a], , "b")}. */
    record Omitted() implements Expression {}

    /** Names of the attributes that the expression reads. */
    default List<String> attributes() {
        if (this instanceof Attribute attribute) {
            return List.of(attribute.name);
        }
        if (this instanceof Call call) {
            return call.arguments.stream()
                    .flatMap(argument -> argument.attributes().stream())
                    .toList();
        }
        if (this instanceof Comparison comparison) {
            return Stream.concat(comparison.left.attributes().stream(), comparison.right.attributes().stream())
                    .toList();
        }
        return List.of();
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
