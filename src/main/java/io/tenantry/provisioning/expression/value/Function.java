package io.tenantry.provisioning.expression.value;

import java.util.List;

/** A function of the expression language: one class each, registered in {@code Functions}. */
public interface Function {
    String name();

    List<Parameter> parameters();

    /** The evaluator of a call; an argument left empty is {@link Evaluator#OMITTED}, trailing ones may be missing. */
    Evaluator plan(List<Evaluator> arguments);

    /** Whether a call may have so many arguments. */
    default boolean takes(int arguments) {
        long required = parameters().stream().filter(Parameter::required).count();
        boolean open = parameters().stream().anyMatch(Parameter::repeated);
        return arguments >= required && (open || arguments <= parameters().size());
    }

    /** What an argument of a call with so many is for; the last parameter stands for all that follow. */
    default Parameter parameter(int index, int arguments) {
        return parameters().get(Math.min(index, parameters().size() - 1));
    }

    /** The key of an argument in a parsed expression; those of a parameter that repeats are numbered. */
    default String argumentName(int index, int arguments) {
        Parameter parameter = parameter(index, arguments);
        return parameter.repeated() ? parameter.name() + (index - parameters().size() + 2) : parameter.name();
    }

    /** Whether the function cannot stand within another. */
    default boolean topLevelOnly() {
        return false;
    }
}
