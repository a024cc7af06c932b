package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Switch(source, defaultValue?, key1, value1, …)}: keys compare with case; the empty key is that of no value. */
public final class Switch implements Function {
    @Override
    public String name() {
        return "Switch";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.required("source"),
                Parameter.required("defaultValue"),
                Parameter.required("key"),
                Parameter.repeated("value"));
    }

    @Override
    public boolean takes(int arguments) {
        return arguments >= 4 && arguments % 2 == 0;
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes -> {
            String source = arguments.get(0).evaluate(attributes).text();
            for (int i = 2; i < arguments.size(); i += 2) {
                Value key = arguments.get(i).evaluate(attributes);
                if (key.text().equals(source)) {
                    return arguments.get(i + 1).evaluate(attributes);
                }
            }
            return arguments.get(1).evaluate(attributes);
        };
    }
}
