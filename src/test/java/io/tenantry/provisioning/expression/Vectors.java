package io.tenantry.provisioning.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Attributes;
import io.tenantry.provisioning.expression.value.Surroundings;
import io.tenantry.provisioning.expression.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The examples in {@code src/main/resources/functions}, one file for each function, and those of what is no function. An expression
 * stands at the beginning of a line; below it, indented, attributes and what it comes to with them, any number of times:
 *
 * <pre>
 * Append([displayName], "!")
 *     displayName = "Ola"
 *     =&gt; "Ola!"
 *     =&gt; nothing
 * </pre>
 */
final class Vectors {
    private static final List<Path> FOLDERS =
            List.of(Path.of("src/main/resources/functions"), Path.of("src/test/resources/expressions"));
    private static final String INDENT = "    ";
    private static final String RESULT = "=> ";
    private static final List<Vector> ALL =
            FOLDERS.stream().flatMap(folder -> of(folder).stream()).toList();

    private Vectors() {}

    /** @param result as it stands behind the arrow */
    record Vector(String file, int line, String expression, Map<String, JsonNode> given, String result)
            implements Attributes {
        @Override
        public Value get(String name) {
            return given.containsKey(name) ? value(given.get(name)) : Value.NOTHING;
        }

        @Override
        public Surroundings surroundings() {
            JsonNode taken = given.getOrDefault("@taken", Json.array());
            return new Surroundings(
                    () -> Instant.parse(given.get("@now").asText()),
                    given.containsKey("@defaultDomain")
                            ? given.get("@defaultDomain").asText()
                            : "",
                    text -> taken.valueStream().anyMatch(each -> each.asText().equals(text)));
        }

        @Override
        public String toString() {
            return file + ":" + line + " " + expression + " => " + result;
        }
    }

    static List<Vector> all() {
        return ALL;
    }

    private static List<Vector> of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Vector> read(Path file) {
        List<Vector> vectors = new ArrayList<>();
        String expression = "";
        Map<String, JsonNode> given = new HashMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String content = line.strip();
            if (line.startsWith(INDENT) && content.startsWith(RESULT)) {
                String name = file.getFileName().toString();
                vectors.add(new Vector(name, i + 1, expression, given, content.substring(RESULT.length())));
                given = new HashMap<>();
            } else if (line.startsWith(INDENT)) {
                int equals = content.indexOf(" = ");
                given.put(content.substring(0, equals), Json.parse(content.substring(equals + 3)));
            } else if (!content.isEmpty() && !content.startsWith("#")) {
                expression = line;
            }
        }
        return vectors;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Value value(JsonNode node) {
        if (node.isArray()) {
            return new Value.Many(node.valueStream().map(Vectors::value).toList());
        }
        if (node.isObject()) {
            String value = node.get("value").isNull() ? null : node.get("value").asText();
            return new Value.Role(
                    node.get("id").asText(), value, node.get("displayName").asText());
        }
        if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        }
        return node.isNull()
                ? Value.NOTHING
                : node.isNumber() ? new Value.Whole(node.longValue()) : Value.of(node.asText());
    }
}
