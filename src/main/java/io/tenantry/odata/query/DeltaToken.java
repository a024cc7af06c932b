package io.tenantry.odata.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The state of a delta query (directory.md §17): what was asked first, and how far it has come.
 *
 * @param change number of the last change that the client has seen; while the first round goes on, the one at its beginning
 * @param after id of the last object of the first round, empty once it is over
 * @param select of the first call
 * @param filter of the first call
 * @param issued when the token was given out
 */
public record DeltaToken(
        String type,
        long change,
        Optional<String> after,
        Optional<String> select,
        Optional<String> filter,
        Instant issued) {

    public String text() {
        ObjectNode json = Json.object();
        json.put("r", type).put("c", change).put("t", issued.getEpochSecond());
        after.ifPresent(a -> json.put("a", a));
        select.ifPresent(s -> json.put("s", s));
        filter.ifPresent(f -> json.put("f", f));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    /** Throws 400 for a text that is no token of this resource. */
    public static DeltaToken read(String text, String type) {
        try {
            JsonNode json = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(text));
            if (json == null
                    || !type.equals(json.path("r").asText())
                    || !json.path("c").isIntegralNumber()) {
                throw malformed();
            }
            return new DeltaToken(
                    type,
                    json.get("c").longValue(),
                    text(json, "a"),
                    text(json, "s"),
                    text(json, "f"),
                    Instant.ofEpochSecond(json.path("t").longValue()));
        } catch (IllegalArgumentException | DateTimeException | IOException e) {
            throw malformed();
        }
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).asText(null));
    }

    private static GraphError malformed() {
        return GraphError.badRequest("The delta token is malformed.");
    }
}
