package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code SingleAppRoleAssignment([appRoleAssignments])}: the name of the one role; of several, which one is not said: the first. */
public final class SingleAppRoleAssignment extends StrictFunction {
    public SingleAppRoleAssignment() {
        super("SingleAppRoleAssignment", Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments -> arguments.items(0).stream()
                .findFirst()
                .map(role -> Value.of(role.text()))
                .orElse(Value.NOTHING);
    }
}
