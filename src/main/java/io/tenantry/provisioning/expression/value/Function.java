package io.tenantry.provisioning.expression.value;

import io.tenantry.provisioning.expression.Functions;
import java.util.List;

/** A function of the expression language: one class each, registered in {@link Functions}. */
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
}
