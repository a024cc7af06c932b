package io.tenantry.scenario.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** One object of a scenario file: reads its fields by type and notes what does not fit. A null is a field that is not there. */
final class Fields {
    /** A text and where it stands. */
    record Text(String value, FieldPath place) {}

    private final ObjectNode node;
    private final FieldPath place;
    private final Problems problems;

    Fields(ObjectNode node, FieldPath place, Problems problems) {
        this.node = node;
        this.place = place;
        this.problems = problems;
    }

    ObjectNode node() {
        return node;
    }

    FieldPath at(String name) {
        return place.member(name);
    }

    void problem(String name, String message) {
        problems.add(at(name), message);
    }

    void problemAt(Text text, String message) {
        problems.add(text.place(), message);
    }

    /** Notes every field that is none of these. */
    void knownAre(Set<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                problem(name, "unknown field; there are " + String.join(", ", names));
            }
        });
    }

    Optional<String> required(String name) {
        return present(name) ? text(name) : Optional.empty();
    }

    /** Notes a field that is not there. */
    boolean present(String name) {
        if (node.hasNonNull(name)) {
            return true;
        }
        problems.add(place, name + " is missing");
        return false;
    }

    /** A text that is not blank. */
    Optional<String> text(String name) {
        return value(name).flatMap(value -> textOf(value, at(name))).map(Text::value);
    }

    /** Notes what is neither true nor false. */
    void flag(String name) {
        value(name)
                .filter(value -> !value.isBoolean())
                .ifPresent(value -> problem(name, "must be true or false, not " + kind(value)));
    }

    /** A GUID, lower case. */
    Optional<String> guid(String name) {
        return text(name).flatMap(text -> {
            if (!Ids.isGuid(text)) {
                problem(name, "'" + text + "' is not a GUID");
                return Optional.empty();
            }
            return Optional.of(text.toLowerCase(Locale.ROOT));
        });
    }

    long integer(String name, long least, long most, long otherwise) {
        JsonNode value = value(name).orElse(null);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            problem(name, "must be a whole number, not " + kind(value));
        } else if (value.asLong() < least || value.asLong() > most) {
            problem(name, "must be between " + least + " and " + most);
        } else {
            return value.asLong();
        }
        return otherwise;
    }

    Optional<Fields> object(String name) {
        return value(name).flatMap(value -> objectOf(value, at(name)));
    }

    /** The elements of an array of objects; those that are none are noted and left out. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        elements(name, (value, where) -> objectOf(value, where).ifPresent(objects::add));
        return objects;
    }

    List<Text> texts(String name) {
        List<Text> texts = new ArrayList<>();
        elements(name, (value, where) -> textOf(value, where).ifPresent(texts::add));
        return texts;
    }

    private void elements(String name, BiConsumer<JsonNode, FieldPath> consumer) {
        value(name).ifPresent(array -> {
            if (!array.isArray()) {
                problem(name, "must be a list, not " + kind(array));
                return;
            }
            for (int i = 0; i < array.size(); i++) {
                consumer.accept(array.get(i), at(name).element(i));
            }
        });
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private Optional<Fields> objectOf(JsonNode value, FieldPath where) {
        if (value instanceof ObjectNode object) {
            return Optional.of(new Fields(object, where, problems));
        }
        problems.add(where, "must be an object, not " + kind(value));
        return Optional.empty();
    }

    private Optional<Text> textOf(JsonNode value, FieldPath where) {
        if (!value.isTextual()) {
            problems.add(where, "must be text, not " + kind(value) + (value.isValueNode() ? "; put it in quotes" : ""));
        } else if (value.asText().isBlank()) {
            problems.add(where, "is empty");
        } else {
            return Optional.of(new Text(value.asText(), where));
        }
        return Optional.empty();
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "nothing";
        };
    }
}
