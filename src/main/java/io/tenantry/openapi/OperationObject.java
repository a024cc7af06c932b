package io.tenantry.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;

/** An operation of the document, told step by step. */
final class OperationObject {
    private final ObjectNode node = Json.object();
    private final ArrayNode parameters = Json.array();
    private final ObjectNode responses = Json.object();

    OperationObject(Place place, String verb, String summary) {
        node.putArray("tags").add(place.address().split("[/(]")[1]);
        node.put("operationId", place.id() + "." + verb).put("summary", summary);
        place.keys().forEach(key -> key(key.name(), key.description()));
    }

    /** What is in braces within the address. */
    OperationObject key(String name, String description) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", "path")
                .put("description", description)
                .put("required", true)
                .putObject("schema")
                .put("type", "string");
        return this;
    }

    /** Query options and headers, by their names among the components. */
    OperationObject takes(Iterable<String> shared) {
        shared.forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
        return this;
    }

    OperationObject body(ObjectNode schema) {
        ObjectNode body = node.putObject("requestBody").put("required", true);
        body.putObject("content").putObject("application/json").set("schema", schema);
        return this;
    }

    OperationObject answers(String status, ObjectNode schema) {
        return answers(status, "application/json", schema);
    }

    OperationObject answers(String status, String mediaType, ObjectNode schema) {
        responses
                .putObject(status)
                .put("description", "Success")
                .putObject("content")
                .putObject(mediaType)
                .set("schema", schema);
        return this;
    }

    OperationObject answersNothing() {
        responses.putObject("204").put("description", "Done");
        return this;
    }

    /** With the ways to be allowed it; every operation can fail in Graph's envelope. */
    ObjectNode allowed(ArrayNode security) {
        for (String failure : new String[] {"4XX", "5XX"}) {
            responses.putObject(failure).put("$ref", "#/components/responses/error");
        }
        if (!parameters.isEmpty()) {
            node.set("parameters", parameters);
        }
        node.set("responses", responses);
        node.set("security", security);
        return node;
    }
}
