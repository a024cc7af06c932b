package io.tenantry.graph.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.graph.json.Projection.Member;
import io.tenantry.graph.json.Projection.Values;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values found in the text are those that a parser finds. */
class ProjectionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":\"\"}",
                "{\"a\":\"x\",\"ab\":\"y\",\"b\":true,\"c\":false,\"d\":[]}",
                "{\"a\":\"say \\\"hi\\\", {[\",\"b\":\"back\\\\\",\"c\":\"\\u00e9\\n\"}",
                "{\"a\":{\"b\":\"inner\",\"c\":[1,{\"d\":\"}\"}]},\"b\":\"outer\",\"c\":[[],[\"]\"]],\"d\":-1.5e3,\"e\":null}",
                "{\"a\":\"Zoë 東京 😀\",\"zoë\":\"x\",\"\":1}"
            })
    void everyMemberIsFound(String text) throws IOException {
        agrees(Json.parseObject(text), new Random(1));
    }

    @Test
    void whateverIsInIt() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            agrees(object(random, 3), random);
        }
    }

    @Test
    void whatIsMissingIsServedAsItsTypeSaysOrLeftOut() throws IOException {
        List<Member> members = List.of(
                new Member("id", null, null, Values.AS_STORED),
                new Member("name", null, "null", Values.AS_STORED),
                new Member("phones", "#Collection(String)", "[]", Values.AS_STORED),
                new Member("deleted", null, null, Values.SHAPED));
        assertEquals(
                "{\"name\":null,\"phones@odata.type\":\"#Collection(String)\",\"phones\":[]}", shown("{}", members));
        assertEquals(
                "{\"id\":\"1\",\"name\":null,\"phones@odata.type\":\"#Collection(String)\",\"phones\":[\"2\"],\"deleted\":<true>}",
                shown("{\"deleted\":true,\"phones\":[\"2\"],\"other\":{\"id\":\"3\"},\"id\":\"1\"}", members));
        assertEquals("{}", shown("{\"a\":1}", List.of(members.get(0))));
    }

    @Test
    void whatIsHiddenIsServedAsIfItWereMissing() throws IOException {
        List<Member> members = List.of(
                new Member("a", null, "null", Values.HIDDEN),
                new Member("b", null, "null", Values.AS_STORED),
                new Member("c", null, "[]", Values.HIDDEN),
                new Member("d", null, null, Values.HIDDEN));
        assertEquals("{\"a\":null,\"b\":2,\"c\":[]}", shown("{\"a\":1,\"b\":2,\"c\":[3],\"d\":4}", members));
    }

    @Test
    void commasStandBetweenRunsAndWhatTheGeneratorWrites() throws IOException {
        List<Member> members = List.of(
                new Member("a", null, "null", Values.AS_STORED),
                new Member("b", null, "null", Values.SHAPED),
                new Member("c", null, "null", Values.SHAPED),
                new Member("d", "#T", "null", Values.AS_STORED),
                new Member("e", null, "null", Values.AS_STORED));
        assertEquals(
                "{\"a\":1,\"b\":<{}>,\"c\":<[2]>,\"d@odata.type\":\"#T\",\"d\":3,\"e\":4}",
                shown("{\"e\":4,\"d\":3,\"c\":[2],\"b\":{},\"a\":1}", members));
    }

    /** A random choice of the document's members, in random order, and one that it does not have. */
    private static void agrees(ObjectNode document, Random random) throws IOException {
        ObjectNode expected = Json.object();
        List<Member> members = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : document.properties()) {
            if (random.nextInt(4) > 0) {
                members.add(
                        random.nextInt(members.size() + 1), new Member(member.getKey(), null, null, Values.AS_STORED));
            }
        }
        members.add(new Member("nothing", null, "[7]", Values.AS_STORED));
        members.forEach(
                m -> expected.set(m.name(), document.has(m.name()) ? document.get(m.name()) : Json.parse("[7]")));
        assertEquals(Json.write(expected), shown(Json.write(document), members));
    }

    private static String shown(String document, List<Member> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            new Projection(members).write(document.getBytes(StandardCharsets.UTF_8), json, (name, stored) -> {
                json.writeFieldName(name);
                json.writeRawValue("<" + new String(stored, StandardCharsets.UTF_8) + ">");
            });
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = Json.object();
        for (int i = random.nextInt(12); i > 0; i--) {
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
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint("\"\\{}[],:\n\té東😀 a".codePointAt(random.nextInt(14)));
        }
        return text.toString().replaceAll("\\p{Cs}", "");
    }
}
