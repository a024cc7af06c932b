package io.tenantry.scenario.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tenantry.store.failure.UnstorableText;
import java.io.IOException;
import java.util.function.ObjIntConsumer;

/** Reads one document token by token, so that the line of everything is at hand. Depth is bounded by the parser. */
final class DocumentReader {
    private final JsonParser parser;
    private final Problems problems;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private ObjIntConsumer<FieldPath> note = (place, line) -> {};

    DocumentReader(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** Tells the place and line of each member and element. */
    DocumentReader noting(ObjIntConsumer<FieldPath> consumer) {
        this.note = consumer;
        return this;
    }

    JsonNode document() throws IOException {
        if (parser.nextToken() == null) {
            return MissingNode.getInstance();
        }
        JsonNode root = value(FieldPath.ROOT);
        if (parser.nextToken() != null) {
            problems.add(FieldPath.ROOT, "holds more than one document", line());
        }
        return root;
    }

    private JsonNode value(FieldPath place) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> text(place);
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> nodes.numberNode(parser.getIntValue());
            case LONG -> nodes.numberNode(parser.getLongValue());
            default -> nodes.numberNode(parser.getBigIntegerValue());
        };
    }

    private ObjectNode object(FieldPath place) throws IOException {
        ObjectNode object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            FieldPath member = place.member(name);
            note.accept(member, line());
            parser.nextToken();
            object.set(name, value(member));
        }
        return object;
    }

    private ArrayNode array(FieldPath place) throws IOException {
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            FieldPath element = place.element(array.size());
            note.accept(element, line());
            array.add(value(element));
        }
        return array;
    }

    /** Aliases are refused, not followed: a few lines of them can stand for more text than memory holds. */
    private JsonNode text(FieldPath place) throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.add(place, "is a YAML alias; write the value itself", line());
        }
        String text = parser.getText();
        if (!UnstorableText.isStorable(text)) {
            problems.add(place, "holds the character NUL or half of a surrogate pair", line());
        }
        return nodes.textNode(text);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
