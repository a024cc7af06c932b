package io.tenantry.provisioning.expression.value;

import java.util.List;

/** A function with its signature. */
public abstract class NamedFunction implements Function {
    private final String name;
    private final List<Parameter> parameters;

    protected NamedFunction(String name, Parameter... parameters) {
        this.name = name;
        this.parameters = List.of(parameters);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }
}
