package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.date.Moments;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code CDate(expression)}: the DateTime of UTC that a text stands for. */
public final class CDate extends StrictFunction {
    public CDate() {
        super("CDate", Parameter.required("expression"));
    }

    @Override
    protected Body body() {
        return arguments -> new Value.Moment(Moments.of(arguments.value(0)));
    }
}
