package io.tenantry.console.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.format.Json;
import java.util.List;

/**
 * A step of the tour.
 *
 * @param why what it is for
 * @param where tenant in which it is done
 * @param missing what has to be done before; empty where nothing has
 * @param facts what the API tells of it now
 */
public record Step(
        int number,
        String title,
        String why,
        String where,
        ApiCall call,
        String label,
        boolean done,
        String missing,
        List<Fact> facts) {
    /** Something of the state, with its value. */
    public record Fact(String name, String value) {
        static Fact of(String name, JsonNode value) {
            return new Fact(
                    name,
                    value.isMissingNode() ? "there is none" : value.isTextual() ? value.asText() : Json.write(value));
        }
    }

    public boolean isPossible() {
        return missing.isEmpty();
    }

    /** For people, to be edited. */
    public String body() {
        return call.body() == null ? "" : call.body().toPrettyString();
    }

    public int lines() {
        return (int) Math.min(16, body().lines().count() + 1);
    }
}
