package io.tenantry.provisioning.expression.function;

import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code AssertiveAppRoleAssignmentsComplex([appRoleAssignments])}: every role as the SCIM object that takes the place of those before
 * (customize-application-attributes, Provisioning a role to a SCIM app). */
public final class AssertiveAppRoleAssignmentsComplex extends StrictFunction {
    public AssertiveAppRoleAssignmentsComplex() {
        super("AssertiveAppRoleAssignmentsComplex", Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments -> new Value.Many(arguments.items(0).stream()
                .map(AssertiveAppRoleAssignmentsComplex::json)
                .toList());
    }

    private static Value json(Value item) {
        String display = item instanceof Value.Role role ? role.displayName() : item.text();
        return Value.of(Json.write(Json.object()
                .put("primary", false)
                .put("type", "WindowsAzureActiveDirectoryRole")
                .put("display", display)
                .put("value", item.text())));
    }
}
