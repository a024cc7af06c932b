package io.tenantry.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Requests whose addresses go out as they are, also where they are no URI. */
public final class Wire {
    /** What the server said; the address belongs to messages. */
    record Reply(Request request, int status, String body) {
        JsonNode json() {
            return Json.parse(body);
        }

        @Override
        public String toString() {
            return request + "\n" + status + " " + body;
        }
    }

    /** @param body null for none */
    public record Request(String method, String address, Map<String, String> headers, String body) {
        static Request get(String address) {
            return new Request("GET", address, Map.of(), null);
        }

        Request with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Request(method, address, more, body);
        }
    }

    private final HttpClient client;
    private final int port;
    private final String token;

    Wire(Vertx vertx, int port, String token) {
        this.client = vertx.createHttpClient();
        this.port = port;
        this.token = token;
    }

    Reply send(Request request) throws Exception {
        return client.request(HttpMethod.valueOf(request.method), port, "localhost", request.address)
                .compose(out -> answer(request, out))
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    /** The body is asked for at once: what comes before that is lost. */
    private Future<Reply> answer(Request request, HttpClientRequest out) {
        out.putHeader("Authorization", "Bearer " + token);
        request.headers.forEach(out::putHeader);
        Future<HttpClientResponse> response = request.body == null ? out.send() : out.send(Buffer.buffer(request.body));
        return response.compose(in -> in.body().map(body -> new Reply(request, in.statusCode(), body.toString())));
    }
}
