package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.ExpressionError.Kind;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** Turns a parsed expression into evaluators: names are looked up and arguments counted once, not for each object. */
public final class ExpressionPlanner {
    private ExpressionPlanner() {}

    /** Parses and plans. Throws {@link ExpressionError} where the text is no expression. */
    public static Evaluator plan(String expression) {
        return plan(ExpressionParser.parse(expression));
    }

    public static Evaluator plan(Expression expression) {
        if (expression instanceof Expression.Attribute attribute) {
            return attributes -> attributes.get(attribute.name()).bounded();
        }
        if (expression instanceof Expression.Constant constant) {
            return attributes -> constant.value();
        }
        if (expression instanceof Expression.Comparison comparison) {
            return comparison(comparison);
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        return Evaluator.OMITTED;
    }

    private static Evaluator comparison(Expression.Comparison comparison) {
        Evaluator left = plan(comparison.left());
        Evaluator right = plan(comparison.right());
        return attributes ->
                new Value.Flag(comparison.operator().holds(left.evaluate(attributes), right.evaluate(attributes)));
    }

    private static Evaluator call(Expression.Call call) {
        Function function = Functions.named(call.name())
                .orElseThrow(() -> new ExpressionError(Kind.UNKNOWN_FUNCTION, "Unknown function: " + call.name()));
        List<Expression> arguments = call.arguments();
        if (!function.takes(arguments.size())) {
            throw new ExpressionError(
                    Kind.ARITY, call.name() + " cannot be called with " + arguments.size() + " arguments");
        }
        Evaluator planned =
                function.plan(arguments.stream().map(ExpressionPlanner::plan).toList());
        return attributes -> planned.evaluate(attributes).bounded();
    }
}
