package io.tenantry.provisioning.expression.value;

/** A planned expression, or a part of one. */
@FunctionalInterface
public interface Evaluator {
    /** Stands for an argument left empty. */
    Evaluator OMITTED = attributes -> Value.NOTHING;

    /** Throws {@link ExpressionError} where the values do not fit. */
    Value evaluate(Attributes attributes);
}
