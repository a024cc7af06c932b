package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** {@code ConvertToUTF8Hex(source)}: the bytes of the text in UTF-8, as hexadecimal digits. */
public final class ConvertToUtf8Hex extends StrictFunction {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    public ConvertToUtf8Hex() {
        super("ConvertToUTF8Hex", Parameter.required("source"));
    }

    @Override
    protected Body body() {
        return arguments -> Value.of(HEX.formatHex(arguments.text(0).getBytes(StandardCharsets.UTF_8)));
    }
}
