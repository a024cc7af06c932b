package io.tenantry.provisioning.expression.value;

/**
 * A parameter of a function, as the functions catalogue and parsed expressions name it.
 *
 * @param repeated any number of arguments may follow
 * @param type {@code attributeType}
 */
public record Parameter(String name, boolean required, boolean repeated, String type) {
    private static final String STRING = "String";

    public static Parameter required(String name) {
        return required(name, STRING);
    }

    public static Parameter required(String name, String type) {
        return new Parameter(name, true, false, type);
    }

    public static Parameter optional(String name) {
        return optional(name, STRING);
    }

    public static Parameter optional(String name, String type) {
        return new Parameter(name, false, false, type);
    }

    public static Parameter repeated(String name) {
        return new Parameter(name, true, true, STRING);
    }
}
