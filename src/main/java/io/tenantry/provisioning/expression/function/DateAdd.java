package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.date.Interval;
import io.tenantry.provisioning.expression.date.Moments;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code DateAdd(interval, value, dateTime)}: the date so many years (yyyy), months (m), weeks (ww), days (d), hours (h), minutes (n) or seconds (s) later. */
public final class DateAdd extends StrictFunction {
    public DateAdd() {
        super(
                "DateAdd",
                Parameter.required("interval"),
                Parameter.required("value", "Integer"),
                Parameter.required("dateTime", "DateTime"));
    }

    @Override
    protected Body body() {
        return arguments -> new Value.Moment(
                Interval.of(arguments.text(0)).add(arguments.whole(1), Moments.of(arguments.value(2))));
    }
}
