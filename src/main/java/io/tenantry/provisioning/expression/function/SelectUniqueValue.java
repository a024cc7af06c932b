package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code SelectUniqueValue(rule1, rule2, …)}: the first value that nobody in the target has. It stands at the top of a mapping that writes on
 * creation only. */
public final class SelectUniqueValue extends NamedFunction {
    public SelectUniqueValue() {
        super("SelectUniqueValue", Parameter.repeated("uniqueValueRule"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes -> {
            for (Evaluator rule : arguments) {
                Value value = rule.evaluate(attributes);
                if (!value.isEmpty() && !attributes.surroundings().taken().test(value.single())) {
                    return value;
                }
            }
            throw new ExpressionError(ExpressionError.Kind.UNIQUE_EXHAUSTED, "all values are taken in the target");
        };
    }

    @Override
    public boolean takes(int arguments) {
        return arguments >= 2;
    }

    @Override
    public boolean topLevelOnly() {
        return true;
    }
}
