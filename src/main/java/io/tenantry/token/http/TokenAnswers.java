package io.tenantry.token.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.vertx.core.MultiMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What answers of the token service have besides their bodies (token-service.md §3.1). */
public final class TokenAnswers {
    private static final String JSON = "application/json; charset=utf-8";

    private TokenAnswers() {}

    /** A document that everybody may keep. */
    public static Response document(TokenCall call, ObjectNode document) {
        return document(call, JSON, bytes(document));
    }

    /** The same in another form. */
    public static Response document(TokenCall call, String type, byte[] document) {
        Map<String, String> headers = headers(call.headers(), Ids.random(), "max-age=86400, private");
        headers.put("Content-Type", type);
        return answer(headers, document);
    }

    /** Tokens, and whatever else nobody may keep. */
    public static Response tokens(TokenCall call, ObjectNode tokens) {
        return answer(unkept(call.headers(), Ids.random()), bytes(tokens));
    }

    static Map<String, String> unkept(MultiMap request, String requestId) {
        Map<String, String> headers = headers(request, requestId, "no-store, no-cache");
        headers.put("Pragma", "no-cache");
        return headers;
    }

    private static Map<String, String> headers(MultiMap request, String requestId, String kept) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", JSON);
        headers.put("Cache-Control", kept);
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("P3P", "CP=\"DSP CUR OTPi IND OTRi ONL FIN\"");
        headers.put("x-ms-request-id", requestId);
        headers.put("x-ms-ests-server", "2.1.0 - TENANTRY");
        headers.put("x-ms-srs", "1.P");
        // only when asked to (token-service.md §3)
        String id = request.get("client-request-id");
        if (id != null && "true".equalsIgnoreCase(request.get("return-client-request-id"))) {
            headers.put("client-request-id", id);
        }
        return headers;
    }

    /** Bytes, since a text would go out through a stream; made of a text, which may hold half of a surrogate pair that a client sent. */
    static byte[] bytes(ObjectNode body) {
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }

    private static Response answer(Map<String, String> headers, byte[] body) {
        Response.ResponseBuilder response = Response.ok(body);
        headers.forEach(response::header);
        return response.build();
    }
}
