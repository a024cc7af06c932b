package io.tenantry.provisioning.expression;

import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.ExpressionError.Kind;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.regex.CostlyMatch;
import java.util.List;

/** Turns a parsed expression into evaluators: names are looked up and arguments checked once, not for each object. */
public final class ExpressionPlanner {
    private ExpressionPlanner() {}

    /** Parses and plans. Throws {@link ExpressionError} where the text is no expression. */
    public static Evaluator plan(String expression) {
        return plan(ExpressionParser.parse(expression));
    }

    public static Evaluator plan(Expression expression) {
        return plan(expression, true);
    }

    private static Evaluator plan(Expression expression, boolean top) {
        if (expression instanceof Expression.Attribute attribute) {
            String name = attribute.name();
            return attributes -> attributes.get(name).bounded();
        }
        if (expression instanceof Expression.Constant constant) {
            Value value = constant.value();
            return attributes -> value;
        }
        if (expression instanceof Expression.Comparison comparison) {
            return new ComparisonNode(comparison.operator(), compared(comparison.left()), compared(comparison.right()));
        }
        return expression instanceof Expression.Call call ? call(call, top) : Evaluator.OMITTED;
    }

    /** An attribute that is empty has as little to compare as one without value (functions-for-customizing-application-data, IIF). */
    private static Evaluator compared(Expression operand) {
        Evaluator planned = plan(operand, false);
        return operand instanceof Expression.Attribute ? attributes -> filled(planned.evaluate(attributes)) : planned;
    }

    private static Value filled(Value value) {
        return value.isEmpty() ? Value.NOTHING : value;
    }

    private static Evaluator call(Expression.Call call, boolean top) {
        Function function = Functions.find(call.name())
                .orElseThrow(() -> mistake(call, Kind.UNKNOWN_FUNCTION, "unknown function " + call.name()));
        checkArguments(call, function);
        if (function.topLevelOnly() && !top) {
            throw mistake(call, Kind.NOT_TOP_LEVEL, call.name() + " cannot stand within another function");
        }
        List<Evaluator> arguments =
                call.arguments().stream().map(each -> plan(each, false)).toList();
        return new CallNode(call.name(), call.position(), function.plan(arguments));
    }

    private static void checkArguments(Expression.Call call, Function function) {
        int count = call.arguments().size();
        if (!function.takes(count)) {
            throw mistake(call, Kind.ARITY, call.name() + " cannot be called with " + count + " arguments");
        }
        for (int i = 0; i < count; i++) {
            boolean omitted = call.arguments().get(i) instanceof Expression.Omitted;
            if (omitted && function.parameter(i, count).required()) {
                throw mistake(call, Kind.ARITY, call.name() + " cannot do without " + function.argumentName(i, count));
            }
        }
    }

    private static ExpressionError mistake(Expression.Call call, Kind kind, String message) {
        return ExpressionError.at(call.position(), kind, message);
    }

    /** With something that has no value nothing compares. */
    private record ComparisonNode(Comparator operator, Evaluator left, Evaluator right) implements Evaluator {
        @Override
        public Value evaluate(Attributes attributes) {
            Value first = left.evaluate(attributes);
            Value second = right.evaluate(attributes);
            return first.isAbsent() || second.isAbsent() ? Value.NOTHING : Value.of(operator.holds(first, second));
        }
    }

    /** All calls for one object together may take so long, whatever they do. */
    private record CallNode(String function, int position, Evaluator call) implements Evaluator {
        /** Characters that a function makes in about the time of one step of a regular expression. */
        private static final int A_STEP = 32;

        @Override
        public Value evaluate(Attributes attributes) {
            try {
                Value value = call.evaluate(attributes).bounded();
                attributes
                        .steps()
                        .take(1
                                + (value instanceof Value.Text text
                                        ? text.value().length() / A_STEP
                                        : 0));
                return value;
            } catch (ExpressionError e) {
                throw e.in(function, position);
            } catch (CostlyMatch e) {
                throw ExpressionError.argument("takes too long on this value").in(function, position);
            }
        }
    }
}
