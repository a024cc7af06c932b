package io.tenantry.graph.message;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of Graph: headers beyond those that every answer carries, and a body that is empty for none. */
public record GraphResponse(int status, Map<String, String> headers, byte[] body) {
    private static final byte[] NOTHING = {};
    private static final int PACKET = 1400;

    public static GraphResponse noContent() {
        return new GraphResponse(204, Map.of(), NOTHING);
    }

    public static GraphResponse json(int status, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("OData-Version", "4.0");
        return new GraphResponse(status, headers, body);
    }

    public static GraphResponse text(String text) {
        return new GraphResponse(
                200,
                Map.of("Content-Type", "text/plain", "OData-Version", "4.0"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    public boolean fitsOnePacket() {
        return body.length < PACKET;
    }

    public GraphResponse with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new GraphResponse(status, more, body);
    }

    public GraphResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new GraphResponse(status, more, body);
    }
}
