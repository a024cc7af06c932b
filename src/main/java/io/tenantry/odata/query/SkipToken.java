package io.tenantry.odata.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Where the next page begins: the sort values and the id of the last entity. Only unreserved characters, so that clients may re-encode it. */
public final class SkipToken {
    private SkipToken() {}

    public static String of(List<Object> values) {
        ArrayNode array = Json.array();
        values.forEach(array::addPOJO);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(array).getBytes(StandardCharsets.UTF_8));
    }

    /** Throws 400 for a token that this query did not give out (odata-protocol.md §7). */
    public static List<Object> read(String token, int length) {
        try {
            JsonNode array = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token));
            if (array == null || !array.isArray() || array.size() != length) {
                throw invalid();
            }
            List<Object> values = new ArrayList<>();
            for (JsonNode value : array) {
                values.add(
                        value.isNull() ? null : value.isIntegralNumber() ? (Object) value.longValue() : value.asText());
            }
            return values;
        } catch (IllegalArgumentException | IOException e) {
            throw invalid();
        }
    }

    public static GraphError invalid() {
        return GraphError.of(400, "", "Invalid Skip Token");
    }
}
