package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Count(attribute)}: how many values the attribute has. */
public final class Count extends NamedFunction {
    public Count() {
        super("Count", Parameter.required("attribute"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator attribute = arguments.get(0);
        return attributes ->
                new Value.Whole(attribute.evaluate(attributes).items().size());
    }
}
