package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.BoundedText;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Join(separator, source1, …)}: empty sources are left out, multi-valued ones are taken apart. */
public final class Join extends NamedFunction {
    public Join() {
        super("Join", Parameter.required("separator"), Parameter.repeated("source"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        List<Evaluator> sources = arguments.subList(1, arguments.size());
        return attributes -> {
            String separator = arguments.get(0).evaluate(attributes).single();
            BoundedText joined = new BoundedText();
            for (Evaluator source : sources) {
                for (Value item : source.evaluate(attributes).items()) {
                    String text = item.text();
                    if (!text.isEmpty()) {
                        joined.append(joined.isEmpty() ? "" : separator).append(text);
                    }
                }
            }
            return joined.value();
        };
    }
}
