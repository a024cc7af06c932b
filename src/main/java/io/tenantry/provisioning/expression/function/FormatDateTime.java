package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.date.DateFormat;
import io.tenantry.provisioning.expression.date.DateTimeStyles;
import io.tenantry.provisioning.expression.date.FormattedDate;
import io.tenantry.provisioning.expression.date.Moments;
import io.tenantry.provisioning.expression.value.Arguments;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Remembered;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.time.LocalDate;

/** {@code FormatDateTime(source, dateTimeStyles?, inputFormat, outputFormat)}: a date from one format of .NET in another. */
public final class FormatDateTime extends StrictFunction {
    private static final String GENERAL = "G";

    public FormatDateTime() {
        super(
                "FormatDateTime",
                Parameter.required("source"),
                Parameter.optional("dateTimeStyles"),
                Parameter.required("inputFormat"),
                Parameter.required("outputFormat"));
    }

    @Override
    protected Body body() {
        Remembered<DateTimeStyles> styles = new Remembered<>(FormatDateTime::styles);
        Remembered<DateFormat> inputs = new Remembered<>(DateFormat::of);
        Remembered<DateFormat> outputs = new Remembered<>(format -> DateFormat.of(format.isEmpty() ? GENERAL : format));
        return arguments -> {
            int formats = arguments.size() - 2;
            FormattedDate date = inputs.of(arguments.text(formats))
                    .parse(arguments.text(0), styles.of(formats == 2 ? arguments.text(1) : ""), () -> today(arguments));
            return Value.of(outputs.of(arguments.text(formats + 1)).print(date));
        };
    }

    private static DateTimeStyles styles(String names) {
        return names.isBlank() ? DateTimeStyles.USUAL : DateTimeStyles.of(names);
    }

    private static LocalDate today(Arguments arguments) {
        return Moments.of(arguments.attributes().surroundings().now().get()).toLocalDate();
    }

    /** The functions catalogue has it with three parameters, without styles. */
    @Override
    public boolean takes(int arguments) {
        return arguments == 3 || arguments == 4;
    }

    @Override
    public Parameter parameter(int index, int arguments) {
        return parameters().get(arguments == 3 && index > 0 ? index + 1 : index);
    }
}
