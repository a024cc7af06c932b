package io.tenantry.odata.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Where the next page begins: the sort values and the id of the last entity. Only unreserved characters, so that clients may re-encode it. */
public final class SkipToken {
    private SkipToken() {}

    /** @param order which the values belong to */
    public static String of(String order, List<Object> values) {
        ArrayNode array = Json.array().add(order.hashCode());
        values.forEach(array::addPOJO);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(array).getBytes(StandardCharsets.UTF_8));
    }

    /** Throws 400 for a token that a query in this order did not give out (odata-protocol.md §7). */
    public static List<Object> read(String token, String order, int length) {
        try {
            JsonNode array = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token));
            if (array == null
                    || !array.isArray()
                    || array.size() != length + 1
                    || !array.get(0).isInt()
                    || array.get(0).intValue() != order.hashCode()) {
                throw invalid();
            }
            List<Object> values = new ArrayList<>();
            for (int i = 1; i <= length; i++) {
                values.add(value(array.get(i)));
            }
            return values;
        } catch (IllegalArgumentException | IOException e) {
            throw invalid();
        }
    }

    private static Object value(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.canConvertToLong() && value.isIntegralNumber() ? (Object) value.longValue() : value.asText();
    }

    public static GraphError invalid() {
        return GraphError.of(400, "", "Invalid Skip Token");
    }
}
