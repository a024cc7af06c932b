package io.tenantry.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/**
 * What the server answered.
 *
 * @param request method and address, for messages
 */
public record Answer(String request, int status, HttpHeaders headers, String body) {
    static final ObjectMapper JSON = new ObjectMapper();

    /** The body of a success; fails the test for anything else. */
    public JsonNode ok() {
        if (status < 200 || status > 299) {
            throw new AssertionError(this);
        }
        return json();
    }

    /** Fails the test for any other status. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ": " + this);
        }
        return this;
    }

    /** Graph's code of the error, as {@code Request_ResourceNotFound}; empty for a success. */
    public String code() {
        return json().at("/error/code").asText();
    }

    /** Missing where there is no body. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + this, e);
        }
    }

    @Override
    public String toString() {
        return request + " answered " + status + " " + body;
    }
}
