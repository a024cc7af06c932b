package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.date.FileTime;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code DateFromNum(value)}: the date that a number of Active Directory stands for. */
public final class DateFromNum extends StrictFunction {
    public DateFromNum() {
        super("DateFromNum", Parameter.required("value", "Integer"));
    }

    @Override
    protected Body body() {
        return arguments -> new Value.Moment(FileTime.moment(arguments.whole(0)));
    }
}
