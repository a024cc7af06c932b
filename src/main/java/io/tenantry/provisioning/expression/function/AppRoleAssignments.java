package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code AppRoleAssignments([appRoleAssignments])}: the names of all roles. */
public final class AppRoleAssignments extends StrictFunction {
    public AppRoleAssignments() {
        super("AppRoleAssignments", Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments -> new Value.Many(
                arguments.items(0).stream().map(role -> Value.of(role.text())).toList());
    }
}
