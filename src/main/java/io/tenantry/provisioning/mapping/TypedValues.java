package io.tenantry.provisioning.mapping;

import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Value;
import java.util.function.Predicate;

/** Mapped values as attributes of the target hold them. What an attribute cannot hold fails the object. */
final class TypedValues {
    private TypedValues() {}

    /** @param taken which texts the target takes; the empty one flows as it is */
    static Value text(String attribute, Value mapped, Predicate<String> taken) {
        String text = mapped.text();
        if (!text.isEmpty() && !taken.test(text)) {
            throw unfit(attribute, text, "what the target takes");
        }
        return Value.of(text);
    }

    static Value flag(String attribute, Value mapped) {
        String text = mapped.text();
        if (!text.equalsIgnoreCase("True") && !text.equalsIgnoreCase("False")) {
            throw unfit(attribute, text, "True or False");
        }
        return Value.of(Boolean.parseBoolean(text));
    }

    /** @param greatest the least one is one below its negative */
    static Value whole(String attribute, Value mapped, long greatest) {
        if (!mapped.isNumber() || mapped.whole() > greatest || mapped.whole() < -greatest - 1) {
            throw unfit(attribute, mapped.text(), "such an integer");
        }
        return new Value.Whole(mapped.whole());
    }

    static MappingFailure unfit(String attribute, String text, String wanted) {
        return new MappingFailure(new Failure(
                "UnprocessableEntity",
                "The value " + ExpressionError.quoted(text) + " of " + attribute + " is not " + wanted + ".",
                "Correct the mapping of " + attribute + "."));
    }
}
