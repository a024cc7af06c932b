package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.util.Locale;

/**
 * What a target attribute is mapped from.
 *
 * @param text name of the attribute, the expression, or the constant
 */
public record MappedSource(Kind kind, String text) {
    /** As the portal tells them apart. */
    public enum Kind {
        DIRECT("Direct"),
        EXPRESSION("Expression"),
        CONSTANT("Constant"),
        NONE("Default only");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** In forms. */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String field) {
            for (Kind each : values()) {
                if (each.field().equals(field)) {
                    return each;
                }
            }
            return NONE;
        }
    }

    /** @param source {@code attributeMappingSource} */
    static MappedSource of(JsonNode source) {
        String text = source.path("expression").asText("");
        String name = source.path("name").asText("");
        String type = source.path("type").asText();
        if (type.equalsIgnoreCase("Constant")) {
            return new MappedSource(Kind.CONSTANT, name.isEmpty() ? text : name);
        }
        if (type.equalsIgnoreCase("Attribute") || text.matches("\\[[^\\[\\]\"]+]")) {
            return new MappedSource(Kind.DIRECT, text.isEmpty() ? name : text.substring(1, text.length() - 1));
        }
        return text.isEmpty() ? new MappedSource(Kind.NONE, "") : new MappedSource(Kind.EXPRESSION, text);
    }

    /** In the language of expressions; empty where it is none. */
    String expression() {
        return switch (kind) {
            case DIRECT -> "[" + text + "]";
            case CONSTANT -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case EXPRESSION -> text;
            case NONE -> "";
        };
    }

    /** As {@code attributeMappingSource}, of an expression as far as it is known without reading it. */
    ObjectNode toJson() {
        ObjectNode json = Json.object().put("expression", expression()).put("name", text);
        json.putArray("parameters");
        return json.put(
                "type",
                switch (kind) {
                    case DIRECT -> "Attribute";
                    case CONSTANT -> "Constant";
                    default -> "Function";
                });
    }
}
