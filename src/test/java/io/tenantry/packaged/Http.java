package io.tenantry.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests to one server. An {@link IOException} means that no answer came.
 *
 * @param base scheme, host and port
 * @param token access token, or null
 */
public record Http(String base, String token) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Answer get(String path) throws IOException {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    public Answer delete(String path) throws IOException {
        return send("DELETE", path, BodyPublishers.noBody(), null);
    }

    public Answer post(String path, String json) throws IOException {
        return json("POST", path, json);
    }

    public Answer patch(String path, String json) throws IOException {
        return json("PATCH", path, json);
    }

    public Answer put(String path, String json) throws IOException {
        return json("PUT", path, json);
    }

    public Answer json(String method, String path, String json) throws IOException {
        return send(method, path, BodyPublishers.ofString(json), "application/json");
    }

    /** @param contentType null for none */
    public Answer send(String method, String path, byte[] body, String contentType) throws IOException {
        return send(method, path, BodyPublishers.ofByteArray(body), contentType);
    }

    private Answer send(String method, String path, BodyPublisher body, String contentType) throws IOException {
        String url = path.startsWith("http") ? path : base + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(method + " " + shortened(path), response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Every entity of a collection, page by page. */
    public List<JsonNode> all(String path) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String next = path; next != null; ) {
            JsonNode page = get(next).expect(200).json();
            page.get("value").forEach(all::add);
            next = page.path("@odata.nextLink").textValue();
        }
        return all;
    }

    private static String shortened(String path) {
        return path.length() > 120 ? path.substring(0, 120) + "…" : path;
    }
}
