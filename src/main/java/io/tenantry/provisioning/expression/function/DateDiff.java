package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.date.Interval;
import io.tenantry.provisioning.expression.date.Moments;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;

/** {@code DateDiff(interval, date1, date2)}: how many intervals the second date is later; the intervals are those of {@link DateAdd}. */
public final class DateDiff extends StrictFunction {
    public DateDiff() {
        super(
                "DateDiff",
                Parameter.required("interval"),
                Parameter.required("date1", "DateTime"),
                Parameter.required("date2", "DateTime"));
    }

    @Override
    protected Body body() {
        return arguments -> new Value.Whole(
                Interval.of(arguments.text(0)).between(Moments.of(arguments.value(1)), Moments.of(arguments.value(2))));
    }
}
