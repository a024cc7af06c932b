package io.tenantry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values found in the text are those that a parser finds. */
class StoredDocumentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":\"\"}",
                "{\"a\":\"x\",\"ab\":\"y\",\"b\":true,\"c\":false,\"d\":[]}",
                "{\"a\":\"say \\\"hi\\\", {[\",\"b\":\"back\\\\\",\"c\":\"\\u00e9\\n\"}",
                "{\"a\":{\"b\":\"inner\",\"c\":[1,{\"d\":\"}\"}]},\"b\":\"outer\",\"c\":[[],[\"]\"]],\"d\":-1.5e3,\"e\":null}",
                "{\"a\":\"Zoë 東京 😀\",\"zoë\":\"x\"}"
            })
    void everyMemberIsFound(String text) throws IOException {
        agrees(Json.parseObject(text));
    }

    @Test
    void whateverIsInIt() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            agrees(object(random, 3));
        }
    }

    private static void agrees(ObjectNode document) throws IOException {
        StoredDocument stored = new StoredDocument(Json.write(document).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, JsonNode> member : document.properties()) {
            boolean ascii = member.getKey().chars().allMatch(c -> c < 128);
            assertEquals(ascii, stored.has(member.getKey()), member.getKey());
            assertEquals(ascii ? Json.write(member.getValue()) : "", written(stored, member.getKey()));
        }
        assertFalse(stored.has("nothing"));
    }

    private static String written(StoredDocument stored, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            stored.write(name, json);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = Json.object();
        for (int i = random.nextInt(8); i > 0; i--) {
            object.set("m" + random.nextInt(100), value(random, depth));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> Json.object().textNode(text(random));
            case 1 -> Json.object().booleanNode(random.nextBoolean());
            case 2 -> Json.object().numberNode(random.nextInt());
            case 3 -> Json.object().nullNode();
            case 4 -> Json.array();
            case 5 -> object(random, depth - 1);
            default -> Json.array().add(value(random, depth - 1)).add(value(random, depth - 1));
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint("\"\\{}[],:\n\té東😀 a".codePointAt(random.nextInt(14)));
        }
        return text.toString().replaceAll("\\p{Cs}", "");
    }

    @Test
    void anEntityIsReadOnceItsPropertiesAreAskedFor() throws IOException {
        Entity entity =
                new Entity("user", "1", "", new StoredDocument("{\"a\":\"x\"}".getBytes(StandardCharsets.UTF_8)));
        assertTrue(entity.has("a"));
        entity.set("a", "y");
        assertEquals("y", entity.text("a"));
        assertFalse(entity.writeStored("a", Json.MAPPER.createGenerator(new ByteArrayOutputStream())));
    }
}
