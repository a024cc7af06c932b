package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.Expression;
import io.tenantry.provisioning.expression.date.Moments;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappingFailure;
import java.util.List;
import java.util.Locale;

/**
 * {@code targetAttributeDefinition}: the attribute that an expression is to be mapped to, and so what it takes (attributeDefinition). Codes
 * are those that a cycle would log. Nothing is asked of a value where no definition is given.
 */
record TargetDefinition(JsonNode definition) {
    /** Throws {@link MappingFailure} where the attribute is a reference and the expression is none. */
    void check(Expression expression) {
        if (type().equals("reference") && !(expression instanceof Expression.Attribute)) {
            throw unfit("can be mapped from a reference only");
        }
    }

    /** The values that the attribute would get. Throws {@link MappingFailure} where it does not take them. */
    Value accept(Value value) {
        if (value instanceof Value.Nothing && required()) {
            return accept(defaultValue());
        }
        List<Value> items = value.items();
        if (single() && items.size() > 1) {
            throw new MappingFailure(new Failure(
                    "SchemaPropertyCanOnlyAcceptValue",
                    "The attribute " + name() + " takes one value, its mapping has made " + items.size() + ".",
                    null));
        }
        return value.isAbsent()
                ? value
                : new Value.Many(items.stream().map(this::typed).toList());
    }

    private Value defaultValue() {
        if (!definition.path("defaultValue").isTextual()) {
            throw new MappingFailure(new Failure(
                    "MandatoryFieldsMissing",
                    "The attribute " + name() + " is required, and its mapping has made no value.",
                    null));
        }
        return Value.of(definition.get("defaultValue").asText());
    }

    private Value typed(Value value) {
        return switch (type()) {
            case "boolean" -> flag(value.text());
            case "integer" -> whole(value);
            case "datetime" -> moment(value);
            default -> value;
        };
    }

    private Value flag(String text) {
        if (!text.equalsIgnoreCase("True") && !text.equalsIgnoreCase("False")) {
            throw unfit("takes True or False, not " + ExpressionError.quoted(text));
        }
        return Value.of(Boolean.parseBoolean(text));
    }

    private Value whole(Value value) {
        if (!value.isNumber()) {
            throw unfit("takes integers, not " + ExpressionError.quoted(value.text()));
        }
        return new Value.Whole(value.whole());
    }

    /** As it was written, where it is a date. */
    private Value moment(Value value) {
        try {
            Moments.of(value);
            return value;
        } catch (ExpressionError e) {
            throw unfit("takes dates: " + e.getMessage());
        }
    }

    private MappingFailure unfit(String what) {
        return new MappingFailure(
                new Failure("UnprocessableEntity", "The attribute " + name() + " " + what + ".", null));
    }

    private String name() {
        return ExpressionError.quoted(definition.path("name").asText(""));
    }

    private String type() {
        return definition.path("type").asText("").toLowerCase(Locale.ROOT);
    }

    private boolean required() {
        return definition.path("required").asBoolean();
    }

    private boolean single() {
        return definition.isObject() && !definition.path("multivalued").asBoolean();
    }
}
