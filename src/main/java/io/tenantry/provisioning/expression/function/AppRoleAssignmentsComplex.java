package io.tenantry.provisioning.expression.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code AppRoleAssignmentsComplex([appRoleAssignments])}: every role as JSON of id, value and displayName
 * (customize-application-attributes, Provisioning a role to a SCIM app). */
public final class AppRoleAssignmentsComplex extends StrictFunction {
    public AppRoleAssignmentsComplex() {
        super("AppRoleAssignmentsComplex", Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments -> new Value.Many(
                arguments.items(0).stream().map(AppRoleAssignmentsComplex::json).toList());
    }

    private static Value json(Value item) {
        ObjectNode json = Json.object();
        if (item instanceof Value.Role role) {
            json.put("id", role.id()).put("value", role.value()).put("displayName", role.displayName());
        } else {
            json.put("value", item.text()).put("displayName", item.text());
        }
        return Value.of(Json.write(json));
    }
}
