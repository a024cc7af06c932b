package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an object mapping stands in a schema; as text {@code 0.1}, the second mapping of the first rule. */
public record ObjectPlace(int rule, int mapping) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

    /** The first one for what is no such text. */
    static ObjectPlace of(String text) {
        Matcher numbers = TEXT.matcher(text == null ? "" : text);
        return numbers.matches()
                ? new ObjectPlace(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))
                : new ObjectPlace(0, 0);
    }

    /** The first object mapping that a schema has. */
    static ObjectPlace first(JsonNode schema) {
        int rule = 0;
        while (schema.path("synchronizationRules").has(rule + 1)
                && schema.path("synchronizationRules")
                        .path(rule)
                        .path("objectMappings")
                        .isEmpty()) {
            rule++;
        }
        return new ObjectPlace(rule, 0);
    }

    public String text() {
        return rule + "." + mapping;
    }

    Optional<ObjectNode> in(JsonNode schema) {
        return rule(schema).path("objectMappings").path(mapping) instanceof ObjectNode found
                ? Optional.of(found)
                : Optional.empty();
    }

    JsonNode rule(JsonNode schema) {
        return schema.path("synchronizationRules").path(rule);
    }

    /** The number of the attribute mapping that an error of the control API names; empty where it names none of this object mapping. */
    Optional<Integer> attribute(String place) {
        String begin = "schema.synchronizationRules[" + rule + "].objectMappings[" + mapping + "].attributeMappings[";
        return place.startsWith(begin) && place.substring(begin.length()).matches("\\d{1,4}]")
                ? Optional.of(Integer.parseInt(place.substring(begin.length(), place.length() - 1)))
                : Optional.empty();
    }
}
