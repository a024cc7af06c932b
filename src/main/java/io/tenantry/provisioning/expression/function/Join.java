package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.Evaluator;
import io.tenantry.provisioning.expression.Function;
import io.tenantry.provisioning.expression.Parameter;
import io.tenantry.provisioning.expression.Value;
import java.util.List;
import java.util.stream.Collectors;

/** {@code Join(separator, source1, …)}: empty sources are left out, multi-valued ones are taken apart. */
public final class Join implements Function {
    @Override
    public String name() {
        return "Join";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("separator"), Parameter.repeated("source"));
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        List<Evaluator> sources = arguments.subList(1, arguments.size());
        return attributes -> new Value.Text(sources.stream()
                .flatMap(each -> each.evaluate(attributes).items().stream())
                .map(Value::text)
                .filter(text -> !text.isEmpty())
                .collect(
                        Collectors.joining(arguments.get(0).evaluate(attributes).text())));
    }
}
