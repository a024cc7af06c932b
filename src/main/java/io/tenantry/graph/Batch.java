package io.tenantry.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.odata.body.BodyReader;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Json;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code $batch}: up to 20 requests, each through the same pipeline as one of its own (odata-protocol.md §14). */
@ApplicationScoped
public class Batch {
    private static final int MOST = 20;
    private static final Set<String> WRITES = Set.of("POST", "PATCH", "PUT");

    /** One request of a batch. */
    private record Part(
            String id, String method, String url, Map<String, String> headers, byte[] body, List<String> dependsOn) {}

    private final GraphPipeline pipeline;
    private final VirtualClock clock;

    Batch(GraphPipeline pipeline, VirtualClock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    GraphResponse answer(GraphRequest request, String requestId, String clientRequestId) {
        try {
            List<Part> parts = parts(request);
            if (parts.stream().noneMatch(part -> part.headers.containsKey("authorization"))) {
                pipeline.requireToken(request);
            }
            ArrayNode responses = Json.array();
            Map<String, Integer> statuses = new HashMap<>();
            for (Part part : parts) {
                GraphResponse response = part.dependsOn.stream().allMatch(id -> statuses.get(id) < 400)
                        ? pipeline.answer(inner(request, part), requestId, clientRequestId)
                        : ErrorBody.of(failedDependency(), clock.now(), requestId, clientRequestId);
                statuses.put(part.id.toLowerCase(Locale.ROOT), response.status());
                responses.add(toJson(part, response));
            }
            ObjectNode body = Json.object();
            body.set("responses", responses);
            return GraphResponse.json(200, "application/json", Json.write(body).getBytes(StandardCharsets.UTF_8));
        } catch (GraphError e) {
            return ErrorBody.of(e, clock.now(), requestId, clientRequestId);
        }
    }

    private static GraphError failedDependency() {
        return GraphError.of(424, "FailedDependency", "A request that this request depends on has failed.");
    }

    private List<Part> parts(GraphRequest request) {
        if (!request.method().equals("POST")) {
            throw GraphError.methodNotAllowed();
        }
        JsonNode requests = BodyReader.object(request.body(), request.header("content-type"))
                .path("requests");
        if (!requests.isArray()) {
            throw GraphError.malformed("Invalid batch payload format.");
        }
        if (requests.size() > MOST) {
            throw GraphError.malformed("Number of batch request steps exceeds the maximum value of " + MOST + ".");
        }
        List<Part> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode each : requests) {
            Part part = part(each, ids);
            if (part.id.isEmpty() || !ids.add(part.id.toLowerCase(Locale.ROOT))) {
                throw GraphError.malformed("Request Id '" + part.id + "' is missing or not unique in the batch.");
            }
            parts.add(part);
        }
        requireSequenceOrNone(parts);
        return parts;
    }

    private static Part part(JsonNode json, Set<String> earlier) {
        String id = json.path("id").asText("");
        String method = json.path("method").asText("").toUpperCase(Locale.ROOT);
        Map<String, String> headers = new HashMap<>();
        json.path("headers")
                .properties()
                .forEach(h -> headers.put(
                        h.getKey().toLowerCase(Locale.ROOT), h.getValue().asText()));
        if ((json.hasNonNull("body") || WRITES.contains(method) && json.has("body"))
                && !headers.containsKey("content-type")) {
            throw GraphError.malformed("Write request with id '" + id + "' does not contain a Content-Type header.");
        }
        if (id.isEmpty() || method.isEmpty() || json.path("url").asText("").isEmpty()) {
            throw GraphError.malformed("A batch request needs an id, a method and a url.");
        }
        List<String> dependsOn = new ArrayList<>();
        json.path("dependsOn").forEach(d -> dependsOn.add(d.asText().toLowerCase(Locale.ROOT)));
        if (!earlier.containsAll(dependsOn)) {
            throw GraphError.malformed("Invalid dependency for request Id " + id + ".");
        }
        byte[] body = json.has("body") ? Json.write(json.get("body")).getBytes(StandardCharsets.UTF_8) : new byte[0];
        return new Part(id, method, json.path("url").asText(""), headers, body, dependsOn);
    }

    private static void requireSequenceOrNone(List<Part> parts) {
        long dependent = parts.stream().filter(p -> !p.dependsOn.isEmpty()).count();
        if (dependent != 0 && dependent != parts.size() - 1) {
            throw GraphError.malformed("Batch should be either fully sequential or fully parallel.");
        }
    }

    private static GraphRequest inner(GraphRequest outer, Part part) {
        Map<String, String> headers = new HashMap<>(part.headers);
        headers.putIfAbsent("authorization", outer.header("authorization"));
        String url = BatchUrl.relative(part.url, outer.version());
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        return new GraphRequest(
                part.method,
                outer.version(),
                path,
                question < 0 ? null : url.substring(question + 1),
                headers,
                part.body,
                outer.baseUrl());
    }

    private static ObjectNode toJson(Part part, GraphResponse response) {
        ObjectNode json = Json.object();
        json.put("id", part.id).put("status", response.status());
        ObjectNode headers = json.putObject("headers");
        headers.put("Cache-Control", "no-cache").put("x-ms-resource-unit", "1");
        response.headers().forEach(headers::put);
        if (response.body().length > 0) {
            boolean isJson = response.headers().getOrDefault("Content-Type", "").contains("json");
            json.set(
                    "body",
                    isJson
                            ? Json.parse(new String(response.body(), StandardCharsets.UTF_8))
                            : json.textNode(new String(response.body(), StandardCharsets.UTF_8)));
        }
        return json;
    }
}
