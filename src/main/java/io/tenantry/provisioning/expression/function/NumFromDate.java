package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.date.FileTime;
import io.tenantry.provisioning.expression.date.Moments;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code NumFromDate(value)}: a date of ISO 8601 as the number that Active Directory has for it. */
public final class NumFromDate extends StrictFunction {
    public NumFromDate() {
        super("NumFromDate", Parameter.required("value"));
    }

    @Override
    protected Body body() {
        return arguments -> new Value.Whole(FileTime.ticks(Moments.iso(arguments.value(0))));
    }
}
