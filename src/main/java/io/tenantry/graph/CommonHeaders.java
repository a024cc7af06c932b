package io.tenantry.graph;

import jakarta.ws.rs.core.Response;

/** Headers that every answer of Graph carries (odata-protocol.md §2.1). */
final class CommonHeaders {
    private static final String DIAGNOSTIC =
            "{\"ServerInfo\":{\"DataCenter\":\"Tenantry\",\"Slice\":\"E\",\"Ring\":\"5\",\"ScaleUnit\":\"001\",\"RoleInstance\":\"TENANTRY000001\"}}";

    private CommonHeaders() {}

    static void add(Response.ResponseBuilder builder, String requestId, String clientRequestId) {
        builder.header("request-id", requestId)
                .header("client-request-id", clientRequestId)
                .header("x-ms-ags-diagnostic", DIAGNOSTIC)
                .header("x-ms-resource-unit", "1")
                .header("Cache-Control", "no-cache")
                .header("Strict-Transport-Security", "max-age=31536000")
                .header("Vary", "Accept-Encoding");
    }
}
