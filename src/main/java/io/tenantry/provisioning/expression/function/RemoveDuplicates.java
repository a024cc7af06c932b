package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code RemoveDuplicates(attribute)}: each value once, in the place where it came first. */
public final class RemoveDuplicates extends StrictFunction {
    public RemoveDuplicates() {
        super("RemoveDuplicates", Parameter.required("attribute"));
    }

    @Override
    protected Body body() {
        return arguments ->
                new Value.Many(arguments.items(0).stream().distinct().toList());
    }
}
