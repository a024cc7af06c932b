package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Left(string, numChars)}: 0 gives "", a negative number the whole string, nothing the empty string. */
public final class Left implements Function {
    @Override
    public String name() {
        return "Left";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("string"), Parameter.required("numChars", "Integer"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes -> {
            String text = arguments.get(0).evaluate(attributes).text();
            long count = arguments.get(1).evaluate(attributes).whole();
            return new Value.Text(count < 0 || count > text.length() ? text : text.substring(0, (int) count));
        };
    }
}
