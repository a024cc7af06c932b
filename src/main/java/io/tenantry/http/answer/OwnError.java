package io.tenantry.http.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;

/** How errors look that are neither Graph's nor the token service's: {@code {"error":{"message":…,"place":…}}}. */
public final class OwnError {
    private OwnError() {}

    /** Words for what a status says by itself. */
    public static ObjectNode of(int status) {
        return of(
                switch (status) {
                    case 400 -> "the request is not readable";
                    case 404 -> "nothing is served at this path";
                    case 405 -> "there is no such method at this path";
                    case 406 -> "there is no answer of a media type that Accept names";
                    case 413 -> "the request body is too large";
                    case 415 -> "request bodies of this media type are not read";
                    case 503 -> "the server is busy";
                    default -> status < 500 ? "the request cannot be served" : "an internal error occurred";
                },
                null);
    }

    /** @param place field of the body or parameter of the path that is meant, null for none */
    public static ObjectNode of(String message, String place) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error").put("message", message);
        if (place != null) {
            error.put("place", place);
        }
        return body;
    }
}
