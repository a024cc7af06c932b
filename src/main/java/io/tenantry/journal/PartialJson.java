package io.tenantry.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenantry.format.Json;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** A JSON text as far as it goes: of one that was cut off, or is wrong from some place on, what stands before. */
final class PartialJson {
    private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
    private JsonNode root;
    private String name;

    private PartialJson() {}

    /** Null where it is none from the beginning. */
    static JsonNode read(byte[] bytes) {
        PartialJson partial = new PartialJson();
        try (JsonParser parser = Json.MAPPER.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                partial.take(token, parser);
            }
        } catch (IOException | NumberFormatException end) {
            return partial.root;
        }
        return partial.root;
    }

    private void take(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case START_OBJECT -> begin(Json.object());
            case START_ARRAY -> begin(Json.array());
            case END_OBJECT, END_ARRAY -> open.pop();
            case FIELD_NAME -> name = parser.currentName();
            default -> add(scalar(token, parser));
        }
    }

    private static JsonNode scalar(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_NUMBER_INT -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(parser.getDecimalValue());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            default -> NullNode.instance;
        };
    }

    private void begin(ContainerNode<?> node) {
        add(node);
        open.push(node);
    }

    private void add(JsonNode value) {
        if (root == null) {
            root = value;
        } else if (open.peek() instanceof ObjectNode object) {
            object.set(name, value);
        } else if (open.peek() instanceof ArrayNode array) {
            array.add(value);
        }
    }
}
