package io.tenantry.token;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: cookies, pages and the first form on them. It follows no redirect. */
public final class FormBrowser {
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** What the server answered. */
    public record Page(int status, String text, HttpResponse<String> response) {
        public boolean asks(String field) {
            return text.contains("name=\"" + field + "\"");
        }

        /** Where a redirect leads, without what follows. */
        public String target() {
            return location().split("[?#]")[0];
        }

        public String location() {
            return response.headers().firstValue("Location").orElse("");
        }

        /** What the client is told, in query or fragment. */
        public Map<String, String> answer() {
            Map<String, String> answer = new LinkedHashMap<>();
            for (String pair : location().split("[?#]", 2)[1].split("&")) {
                String[] parts = pair.split("=", 2);
                answer.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return answer;
        }

        public Map<String, String> hidden() {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher matcher = HIDDEN.matcher(text);
            while (matcher.find()) {
                fields.put(matcher.group(1), unescaped(matcher.group(2)));
            }
            return fields;
        }

        public String action() {
            Matcher matcher = ACTION.matcher(text);
            assertTrue(matcher.find(), () -> "no form on: " + text);
            return unescaped(matcher.group(1));
        }

        private static String unescaped(String html) {
            return html.replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
        }
    }

    /** Names and values in turn. */
    public Page get(String path, String... query) {
        return send(
                HttpRequest.newBuilder(URI.create(base() + path + (query.length == 0 ? "" : "?" + encoded(query)))));
    }

    /** Fills in the form of a page, its hidden fields included. */
    public Page submit(Page page, String... fields) {
        Map<String, String> all = page.hidden();
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return post(page.action(), all, Map.of());
    }

    public Page post(String path, Map<String, String> fields, Map<String, String> headers) {
        String body = fields.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    public Page signIn(Page page, String name, String password) {
        return submit(page, "login", name, "passwd", password);
    }

    /** The port is known when the test runs. */
    private static String base() {
        return "http://localhost:" + RestAssured.port;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Page(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String... pairs) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            query.append(i == 0 ? "" : "&").append(encode(pairs[i])).append('=').append(encode(pairs[i + 1]));
        }
        return query.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
