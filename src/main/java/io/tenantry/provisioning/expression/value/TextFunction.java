package io.tenantry.provisioning.expression.value;

import java.util.List;

/** A function of texts that yields nothing where its first argument is absent (provisioning-engine.md §5.2). */
public abstract class TextFunction implements Function {
    private final String name;
    private final List<Parameter> parameters;

    protected TextFunction(String name, Parameter... parameters) {
        this.name = name;
        this.parameters = List.of(parameters);
    }

    protected abstract Value apply(String source, List<Value> arguments);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public final Evaluator plan(List<Evaluator> arguments) {
        return attributes -> {
            List<Value> values =
                    arguments.stream().map(each -> each.evaluate(attributes)).toList();
            return values.get(0).isAbsent()
                    ? Value.NOTHING
                    : apply(values.get(0).text(), values);
        };
    }
}
