package io.tenantry.provisioning.mapping;

import io.tenantry.provisioning.expression.value.Value;

/** Mapped values for attributes that hold no text. What such an attribute cannot hold fails the user. */
final class TypedValues {
    private TypedValues() {}

    static Value flag(String attribute, Value mapped) {
        String text = mapped.text();
        if (!text.equalsIgnoreCase("True") && !text.equalsIgnoreCase("False")) {
            throw unfit(attribute, text, "True or False");
        }
        return Value.of(Boolean.parseBoolean(text));
    }

    static Value whole(String attribute, Value mapped) {
        if (!mapped.isNumber()) {
            throw unfit(attribute, mapped.text(), "an integer");
        }
        return new Value.Whole(mapped.whole());
    }

    private static MappingFailure unfit(String attribute, String text, String wanted) {
        return new MappingFailure(new Failure(
                "UnprocessableEntity",
                "The value '" + text + "' of " + attribute + " is not " + wanted + ".",
                "Correct the mapping of " + attribute + "."));
    }
}
