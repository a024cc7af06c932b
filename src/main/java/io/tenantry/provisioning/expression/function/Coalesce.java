package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code Coalesce(source1, source2, …)}: the first that is not null; the empty string counts as a value. */
public final class Coalesce implements Function {
    @Override
    public String name() {
        return "Coalesce";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.repeated("source"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes -> arguments.stream()
                .map(each -> each.evaluate(attributes))
                .filter(value -> !value.isAbsent())
                .findFirst()
                .orElse(Value.NOTHING);
    }
}
