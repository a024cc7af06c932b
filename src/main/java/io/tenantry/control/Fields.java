package io.tenantry.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * The members of an object within a body. What does not fit is refused by its place, {@code rules[2].match.path}.
 *
 * @param place of the object, empty for the whole body
 */
public record Fields(ObjectNode json, String place) {
    public static Fields of(JsonNode json, String place) {
        if (json instanceof ObjectNode object) {
            return new Fields(object, place);
        }
        throw ControlError.badRequest(place, place + " must be an object");
    }

    public void only(String... names) {
        Set<String> known = Set.of(names);
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw refused(name, "unknown member '" + name + "'");
            }
        });
    }

    public Optional<Fields> object(String name) {
        return value(name).map(value -> of(value, at(name)));
    }

    public Optional<String> text(String name) {
        return value(name).map(value -> {
            if (!value.isTextual() || value.asText().isBlank()) {
                throw refused(name, name + " must be text");
            }
            return value.asText();
        });
    }

    public Optional<Long> number(String name, long least, long most) {
        return value(name).map(value -> {
            if (!value.isIntegralNumber()
                    || !value.canConvertToLong()
                    || value.asLong() < least
                    || value.asLong() > most) {
                throw refused(
                        name,
                        name + " must be a whole number from " + least + (most == Long.MAX_VALUE ? "" : " to " + most));
            }
            return value.asLong();
        });
    }

    /** A number from 0 to 1; 1 where there is none. */
    public double share(String name) {
        return value(name)
                .map(value -> {
                    if (!value.isNumber() || !(value.asDouble() >= 0) || !(value.asDouble() <= 1)) {
                        throw refused(name, name + " must be a number from 0 to 1");
                    }
                    return value.asDouble();
                })
                .orElse(1.0);
    }

    public ControlError refused(String name, String message) {
        return ControlError.badRequest(at(name), message);
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }

    private String at(String name) {
        return name.isEmpty() ? place : place.isEmpty() ? name : place + "." + name;
    }
}
