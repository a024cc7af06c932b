package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;

/**
 * What a server answered.
 *
 * @param request what was asked, for messages
 */
public record Answer(String request, int status, String body) {

    public Answer expect(int expected) {
        assertEquals(expected, status, () -> request + ": " + body);
        return this;
    }

    public JsonNode json() {
        return Json.parse(body);
    }

    /** A value of the answer, by names with dots between. */
    public String text(String path) {
        return json().at("/" + path.replace('.', '/')).asText();
    }
}
