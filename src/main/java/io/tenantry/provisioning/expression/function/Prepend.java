package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Prepend(prefix, source)}: the prefix before the source; nothing without source. */
public final class Prepend implements Function {
    @Override
    public String name() {
        return "Prepend";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("prefix"), Parameter.required("source"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes -> {
            Value source = arguments.get(1).evaluate(attributes);
            return source.isAbsent()
                    ? Value.NOTHING
                    : new Value.Text(arguments.get(0).evaluate(attributes).text() + source.text());
        };
    }
}
