import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A caller of a running server: for what is done once, not for what is measured by the thousand. */
final class Graph {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String SOURCE = "5a1de000-5eed-4a11-8d00-00000000a11d";
    static final String TARGET = "b12c4000-5eed-4b12-8d00-00000000b12c";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private String token;

    Graph(String port) {
        base = "http://127.0.0.1:" + port;
    }

    record Answer(int status, JsonNode body) {}

    static Map<String, String> options(String[] arguments, int skip) {
        return Stream.of(arguments)
                .skip(skip)
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** From now on calls are made with every permission in this tenant. */
    Graph as(String tenant) throws Exception {
        token = null;
        token = call("POST", "/_tenantry/tenants/" + tenant + "/tokens", "{}").path("access_token").asText();
        return this;
    }

    String token() {
        return token;
    }

    /** The path with its query of a link that an answer holds. */
    static String path(String link) {
        return link.replaceFirst("^https?://[^/]+", "");
    }

    JsonNode call(String method, String path, String body) throws Exception {
        Answer answer = answer(method, path, body);
        if (answer.status / 100 != 2) {
            throw new IOException(method + " " + path + " answered " + answer.status + " " + answer.body);
        }
        return answer.body;
    }

    Answer answer(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("ConsistencyLevel", "eventual")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null && !path.startsWith("/_tenantry")) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body()));
    }
}
