package io.tenantry.console.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.util.Optional;

/**
 * A schema in the making. It lives in the page and comes with every step. The definitions of the directories are not in it: those that are
 * stored stay.
 */
record Draft(ObjectNode schema) {
    static final String RULES = "synchronizationRules";
    private static final String ATTRIBUTES = "attributeMappings";
    /** As much as the API takes for a schema. */
    private static final int LARGEST = 1_000_000;

    /** As it is stored. */
    static Draft of(JsonNode stored) {
        ObjectNode schema = stored.deepCopy();
        schema.remove("@odata.context");
        schema.remove("directories");
        return new Draft(schema);
    }

    /** As it came from the page. Throws {@link UnusableDraft}. */
    static Draft read(String text) {
        if (text == null || text.length() > LARGEST) {
            throw new UnusableDraft("A draft is a schema of up to " + LARGEST + " characters.");
        }
        try {
            if (Json.MAPPER.readTree(text) instanceof ObjectNode schema
                    && schema.path(RULES).isArray()) {
                return new Draft(schema);
            }
        } catch (JsonProcessingException e) {
            throw new UnusableDraft("The draft is no JSON: " + Json.mistake(e));
        }
        throw new UnusableDraft("The draft is no schema.");
    }

    String text() {
        return Json.write(schema);
    }

    JsonNode rules() {
        return schema.path(RULES);
    }

    ObjectNode mapping(ObjectPlace place) {
        return place.in(schema).orElseThrow(() -> new UnusableDraft("The draft has no such mapping of objects."));
    }

    ArrayNode attributes(ObjectPlace place) {
        return mapping(place).withArrayProperty(ATTRIBUTES);
    }

    ObjectNode attribute(ObjectPlace place, int at) {
        if (attributes(place).path(at) instanceof ObjectNode found) {
            return found;
        }
        throw new UnusableDraft("The draft has no such mapping.");
    }

    /** As it is stored again: in its place, or the one that was taken away back where it was. */
    void restore(ObjectPlace place, JsonNode stored, String target) {
        JsonNode before = place.in(stored).map(each -> each.path(ATTRIBUTES)).orElseThrow(() -> gone(target));
        int number = number(before, target).orElseThrow(() -> gone(target));
        ArrayNode attributes = attributes(place);
        Optional<Integer> present = number(attributes, target);
        if (present.isPresent()) {
            attributes.set(present.get(), before.get(number).deepCopy());
        } else {
            attributes.insert(
                    Math.min(number, attributes.size()), before.get(number).deepCopy());
        }
    }

    private static UnusableDraft gone(String target) {
        return new UnusableDraft("There is no mapping of " + target + " in the schema that is stored.");
    }

    /** Which of the mappings is that of a target attribute. */
    static Optional<Integer> number(JsonNode attributes, String target) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).path("targetAttributeName").asText("").equals(target)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
