package io.tenantry.console.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an API answered.
 *
 * @param json missing node where the body is empty or is no JSON
 * @param text the body as it came
 */
public record ApiAnswer(int status, JsonNode json, String text, long milliseconds) {
    public boolean succeeded() {
        return status < 400;
    }

    /** What it says is wrong, in Graph's form or the control API's; empty where nothing is. */
    public String error() {
        return succeeded() ? "" : json.path("error").path("message").asText("The server answered " + status + ".");
    }

    /** Graph's code of the error; empty where there is none. */
    public String code() {
        return json.path("error").path("code").asText("");
    }
}
