package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code ConvertToBase64(source)}: base64 of the text in UTF-16, little end first. */
public final class ConvertToBase64 extends StrictFunction {
    public ConvertToBase64() {
        super("ConvertToBase64", Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments ->
                Value.of(Base64.getEncoder().encodeToString(arguments.text(0).getBytes(StandardCharsets.UTF_16LE)));
    }
}
