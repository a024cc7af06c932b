package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import java.util.List;

/** {@code Switch(source, defaultValue?, key1, value1, …)}: keys compare with case; the empty key is that of no value. */
public final class Switch extends NamedFunction {
    public Switch() {
        super(
                "Switch",
                Parameter.required("source"),
                Parameter.optional("defaultValue"),
                Parameter.required("key"),
                Parameter.repeated("value"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        Evaluator source = arguments.get(0);
        return attributes -> {
            String text = source.evaluate(attributes).single();
            for (int i = 2; i < arguments.size(); i += 2) {
                if (arguments.get(i).evaluate(attributes).single().equals(text)) {
                    return arguments.get(i + 1).evaluate(attributes);
                }
            }
            return arguments.get(1).evaluate(attributes);
        };
    }

    @Override
    public boolean takes(int arguments) {
        return arguments >= 4 && arguments % 2 == 0;
    }

    @Override
    public Parameter parameter(int index, int arguments) {
        return parameters().get(index < 2 ? index : 2 + index % 2);
    }

    @Override
    public String argumentName(int index, int arguments) {
        String name = parameter(index, arguments).name();
        return index < 2 ? name : name + index / 2;
    }
}
