package io.tenantry.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import io.tenantry.graph.message.GraphRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One request of a batch. Its members have names of any case, as ids do when compared; headers are by lower-case name. */
record BatchPart(
        String id, String method, String url, Map<String, String> headers, byte[] body, List<String> dependsOn) {
    private static final Set<String> WRITES = Set.of("POST", "PATCH", "PUT");

    /** Throws 400, which fails the whole batch. */
    static BatchPart of(JsonNode json) {
        Map<String, JsonNode> members = byLowerCase(json);
        String id = text(members, "id");
        String method = text(members, "method").toUpperCase(Locale.ROOT);
        String url = text(members, "url");
        if (id.isEmpty() || method.isEmpty() || url.isEmpty()) {
            throw GraphError.malformed("A batch request needs an id, a method and a url.");
        }
        Map<String, String> headers = new HashMap<>();
        byLowerCase(members.get("headers")).forEach((name, value) -> headers.put(name, value.asText()));
        if ((members.containsKey("body") || WRITES.contains(method)) && !headers.containsKey("content-type")) {
            throw GraphError.malformed("Write request with id '" + id + "' does not contain a Content-Type header.");
        }
        return new BatchPart(
                id, method, url, headers, body(members.get("body")), dependsOn(id, members.get("dependson")));
    }

    /** Without those that are null. Two spellings of a name are one, which stands twice. */
    private static Map<String, JsonNode> byLowerCase(JsonNode json) {
        Map<String, JsonNode> members = new HashMap<>();
        if (json != null) {
            json.properties().forEach(member -> {
                if (members.put(member.getKey().toLowerCase(Locale.ROOT), member.getValue()) != null) {
                    throw GraphError.duplicate(member.getKey());
                }
            });
            members.values().removeIf(JsonNode::isNull);
        }
        return members;
    }

    private static String text(Map<String, JsonNode> members, String name) {
        return members.containsKey(name) ? members.get(name).asText() : "";
    }

    /** A JSON value, or bytes as base64url text. */
    private static byte[] body(JsonNode body) {
        if (body == null) {
            return new byte[0];
        }
        if (body.isTextual()) {
            try {
                return Base64.getUrlDecoder()
                        .decode(body.asText().replace('+', '-').replace('/', '_'));
            } catch (IllegalArgumentException e) {
                return body.asText().getBytes(StandardCharsets.UTF_8); // no base64: what it is, its media type says
            }
        }
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> dependsOn(String id, JsonNode ids) {
        List<String> dependsOn = new ArrayList<>();
        if (ids != null && !ids.isArray()) {
            throw invalidDependency(id);
        }
        if (ids != null) {
            ids.forEach(each -> dependsOn.add(each.asText().toLowerCase(Locale.ROOT)));
        }
        return dependsOn;
    }

    static GraphError invalidDependency(String id) {
        return GraphError.malformed("Invalid dependency for request Id " + id + ".");
    }

    String key() {
        return id.toLowerCase(Locale.ROOT);
    }

    /** As a request of its own; the version and, where it has none, the token are those of the batch. */
    GraphRequest within(GraphRequest outer) {
        Map<String, String> own = new HashMap<>(headers);
        own.putIfAbsent("authorization", outer.header("authorization"));
        return new GraphRequest(
                method,
                BatchUrl.address(url, outer.version()).within(outer.address()),
                own,
                body,
                outer.baseUrl(),
                headers.containsKey("authorization") ? Optional.empty() : outer.caller(),
                outer.requestId(),
                outer.clientRequestId());
    }
}
