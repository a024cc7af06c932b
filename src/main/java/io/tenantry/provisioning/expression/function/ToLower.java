package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.TextFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;
import java.util.Locale;

/** {@code ToLower(source, culture?)}: by the rules of the culture, invariant without one. */
public final class ToLower extends TextFunction {
    public ToLower() {
        super("ToLower", Parameter.required("source"), Parameter.optional("culture"));
    }

    @Override
    protected Value apply(String source, List<Value> arguments) {
        return new Value.Text(source.toLowerCase(locale(arguments)));
    }

    /** Cultures as .NET names them, such as {@code tr-TR}. */
    static Locale locale(List<Value> arguments) {
        return arguments.size() < 2 || arguments.get(1).isEmpty()
                ? Locale.ROOT
                : Locale.forLanguageTag(arguments.get(1).text());
    }
}
