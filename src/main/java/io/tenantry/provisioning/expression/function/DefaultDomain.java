package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.NamedFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code DefaultDomain()}: the default domain of the tenant that holds the configuration. */
public final class DefaultDomain extends NamedFunction {
    public DefaultDomain() {
        super("DefaultDomain");
    }

    @Override
    public Evaluator plan(List<Evaluator> arguments) {
        return attributes -> Value.of(attributes.surroundings().defaultDomain());
    }
}
