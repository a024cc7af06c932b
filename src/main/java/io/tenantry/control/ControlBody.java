package io.tenantry.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The JSON object that a control call brings; none at all is an empty one. */
public record ControlBody(ObjectNode json) {

    /** @param members names that it may have */
    public static ControlBody of(byte[] bytes, Set<String> members) {
        JsonNode read = read(bytes);
        if (!(read instanceof ObjectNode object)) {
            throw ControlError.badRequest(null, "the body must be a JSON object");
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw ControlError.badRequest(name, "unknown member '" + name + "'");
            }
        });
        return new ControlBody(object);
    }

    private static JsonNode read(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            return Json.object();
        }
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw ControlError.badRequest("line " + line, "the body is not JSON: " + Json.mistake(e));
        } catch (IOException | NumberFormatException e) {
            // the latter for an exponent that no number has
            throw ControlError.badRequest(null, "the body is not JSON text");
        }
    }

    public Optional<String> text(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ControlError.badRequest(name, name + " must be text");
        }
        return Optional.of(value.asText());
    }

    public Optional<Boolean> flag(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw ControlError.badRequest(name, name + " must be true or false");
        }
        return Optional.of(value.asBoolean());
    }

    /** Empty where there is no such member; an empty list is one. */
    public Optional<List<String>> texts(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            throw ControlError.badRequest(name, name + " must be a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                throw ControlError.badRequest(name + "[" + texts.size() + "]", name + " must be a list of texts");
            }
            texts.add(element.asText());
        }
        return Optional.of(texts);
    }
}
