package io.tenantry.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests to one server, past every proxy of the machine. */
final class Http {
    private static final String IN_ADDRESSES =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?[]@!$&'()*+,;=%";
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    private final URI base;
    private final ServerProcess process;

    Http(URI base, ServerProcess process) {
        this.base = base;
        this.process = process;
    }

    /** @param path or a whole address. @param token null for none */
    Answer send(String method, String path, Object body, String token) {
        String address = encoded(path.startsWith("/") ? base + path : path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(json(body)));
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(method + " " + address, answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            String state = process.isAlive() ? "" : "; the server ended:\n" + process.said();
            throw new UncheckedIOException(method + " " + address + " was not answered" + state, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        if (body instanceof String text) {
            return text;
        }
        try {
            return Answer.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : address.getBytes(StandardCharsets.UTF_8)) {
            if (IN_ADDRESSES.indexOf(each) >= 0) {
                encoded.append((char) each);
            } else {
                encoded.append(String.format("%%%02X", each & 0xff));
            }
        }
        return encoded.toString();
    }
}
