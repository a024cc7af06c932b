package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.TextFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** {@code AltSecIdFromNetid([netId])}: the key that binds an external user to its home object; internal, matching only. */
public final class AltSecIdFromNetid extends TextFunction {
    public AltSecIdFromNetid() {
        super("AltSecIdFromNetid", Parameter.required("source"));
    }

    @Override
    protected Value apply(String source, List<Value> arguments) {
        return new Value.Text("5:" + source);
    }
}
