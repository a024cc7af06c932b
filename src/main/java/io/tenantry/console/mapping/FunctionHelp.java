package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A function of the expression language.
 *
 * @param signature with its parameters; what may be left out stands in brackets
 * @param call one of it without arguments
 */
public record FunctionHelp(String name, String signature, String call, String help) {
    private static final String COMMENT = "# ";
    private static final Map<String, String> HELP = new ConcurrentHashMap<>();

    /** @param functions as {@code functions} of the schema tells them */
    static List<FunctionHelp> all(JsonNode functions) {
        List<FunctionHelp> all = new ArrayList<>();
        functions.forEach(each -> all.add(of(each)));
        return all;
    }

    private static FunctionHelp of(JsonNode function) {
        String name = function.path("name").asText();
        List<String> parameters = new ArrayList<>();
        function.path("parameters").forEach(each -> parameters.add(parameter(each)));
        return new FunctionHelp(
                name,
                name + "(" + String.join(", ", parameters) + ")",
                name + "(" + ", ".repeat(Math.max(0, parameters.size() - 1)) + ")",
                HELP.computeIfAbsent(name, FunctionHelp::read));
    }

    private static String parameter(JsonNode parameter) {
        String name = parameter.path("name").asText();
        return parameter.path("allowMultipleOccurrences").asBoolean()
                ? name + ", …"
                : parameter.path("required").asBoolean() ? name : "[" + name + "]";
    }

    /** The first line of the function's examples; empty where it has none. */
    private static String read(String name) {
        try (InputStream in = FunctionHelp.class.getResourceAsStream("/functions/" + name + ".txt")) {
            return in == null
                    ? ""
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElse("")
                            .replaceFirst(COMMENT, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
