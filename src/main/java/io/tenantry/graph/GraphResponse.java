package io.tenantry.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of Graph: headers beyond those that every answer carries, and a body that is empty for none. */
public record GraphResponse(int status, Map<String, String> headers, byte[] body) {
    private static final byte[] NOTHING = {};

    static GraphResponse noContent() {
        return new GraphResponse(204, Map.of(), NOTHING);
    }

    static GraphResponse json(int status, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("OData-Version", "4.0");
        return new GraphResponse(status, headers, body);
    }

    GraphResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new GraphResponse(status, more, body);
    }
}
