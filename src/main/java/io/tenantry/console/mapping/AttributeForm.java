package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.mapping.MappedSource.Kind;
import io.tenantry.format.Json;
import jakarta.ws.rs.core.MultivaluedMap;

/** The form in which one mapping of an attribute is edited. */
record AttributeForm(MultivaluedMap<String, String> fields) {
    /** Its number in the draft; -1 for one that is to be added. */
    int at() {
        String at = text("at");
        return at.matches("\\d{1,4}") ? Integer.parseInt(at) : -1;
    }

    String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** What it is to be mapped from. */
    MappedSource source() {
        Kind kind = Kind.of(text("kind"));
        String written = fields.getFirst(kind.field());
        String value = written == null || kind == Kind.NONE ? "" : written.replace("\r\n", "\n");
        return new MappedSource(kind, kind == Kind.DIRECT ? value.strip() : value);
    }

    /** Nothing is said of what the form does not ask. */
    static ObjectNode fresh() {
        ObjectNode mapping = Json.object().putNull("defaultValue").put("exportMissingReferences", false);
        return mapping.put("flowBehavior", "FlowWhenChanged")
                .put("flowType", "Always")
                .put("matchingPriority", 0)
                .put("targetAttributeName", "")
                .putNull("source");
    }

    /** Changes the mapping to what the form says. */
    void apply(ObjectNode mapping, Step step) {
        mapping.put("targetAttributeName", text("target"));
        mapping.put("flowType", text("flowType")).put("flowBehavior", text("flowBehavior"));
        mapping.put("exportMissingReferences", !text("exportMissing").isEmpty());
        String priority = text("priority");
        mapping.put("matchingPriority", priority.matches("\\d{1,9}") ? Integer.parseInt(priority) : 0);
        String value = text("default");
        if (!value.equals(mapping.path("defaultValue").asText(""))) {
            mapping.put("defaultValue", value.isEmpty() ? null : value);
        }
        if (!source().equals(MappedSource.of(mapping.path("source")))) {
            mapping.set("source", json(source(), step));
        }
    }

    /** An expression with its parts, as Graph parses it; as it was written where it cannot be read. */
    private static JsonNode json(MappedSource source, Step step) {
        if (source.kind() == Kind.NONE) {
            return Json.MAPPER.getNodeFactory().nullNode();
        }
        if (source.kind() != Kind.EXPRESSION) {
            return source.toJson();
        }
        ObjectNode body = Json.object().put("expression", source.text());
        ApiCall call = new ApiCall("POST", step.head().tenant(), step.head().graph() + "/schema/parseExpression", body);
        JsonNode parsed = step.reading().tried(call).json().path("parsedExpression");
        return parsed.isObject() ? parsed : source.toJson();
    }
}
