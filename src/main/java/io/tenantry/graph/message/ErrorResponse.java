package io.tenantry.graph.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The error envelope (odata-protocol.md §13.1). */
public final class ErrorResponse {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private ErrorResponse() {}

    public static GraphResponse of(GraphError error, Instant now, GraphRequest request) {
        return of(error, now, request.requestId(), request.clientRequestId());
    }

    public static GraphResponse of(GraphError error, Instant now, String requestId, String clientRequestId) {
        ObjectNode envelope = Json.object();
        ObjectNode body = envelope.putObject("error").put("code", error.code()).put("message", error.getMessage());
        if (!error.details().isEmpty()) {
            ArrayNode details = body.putArray("details");
            error.details().forEach(d -> details.addObject()
                    .put("code", d.code())
                    .put("message", d.message())
                    .put("target", d.target()));
        }
        body.putObject("innerError")
                .put("date", DATE.format(now))
                .put("request-id", requestId)
                .put("client-request-id", clientRequestId);
        GraphResponse response = new GraphResponse(
                error.status(),
                Map.of("Content-Type", "application/json"),
                Json.write(envelope).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : error.headers().entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return error.status() == 401 ? response.with("WWW-Authenticate", CHALLENGE) : response;
    }

    /** odata-protocol.md §2.1. */
    private static final String CHALLENGE =
            "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"";
}
