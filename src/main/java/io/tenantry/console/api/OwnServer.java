package io.tenantry.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tenantry.control.ControlConfig;
import io.tenantry.control.ControlKey;
import io.tenantry.format.Json;
import io.tenantry.http.OwnCalls;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** This server, called over its plain port. The connection is made when the first page is asked for. */
@Singleton
class OwnServer {
    /** A step of a long way through virtual time runs many cycles. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int CONNECTIONS = 32;

    private final Vertx vertx;
    private final ControlConfig control;
    private HttpClient client;

    OwnServer(Vertx vertx, ControlConfig control) {
        this.vertx = vertx;
        this.control = control;
    }

    /**
     * @param token null for a call of the control API
     * @param unseen whether it is none for the journal, nor for faults: a page that shows the journal would fill it
     */
    Future<ApiAnswer> send(ApiCall call, String token, boolean unseen) {
        long began = System.nanoTime();
        return client().request(options(call, token, unseen)).compose(request -> answer(request, call, began));
    }

    /** Whoever reads the body has to be there before the first of it comes: all of it is one turn of the event loop. */
    private static Future<ApiAnswer> answer(HttpClientRequest request, ApiCall call, long began) {
        return sent(request, call).compose(response -> response.body().map(body -> read(response, body, began)));
    }

    private static Future<HttpClientResponse> sent(HttpClientRequest request, ApiCall call) {
        return call.body() == null ? request.send() : request.send(Buffer.buffer(Json.utf8(call.body())));
    }

    private static ApiAnswer read(HttpClientResponse response, Buffer body, long began) {
        return new ApiAnswer(
                response.statusCode(),
                json(response.getHeader("Content-Type"), body),
                body.toString(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private RequestOptions options(ApiCall call, String token, boolean unseen) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setServer(SocketAddress.inetSocketAddress(port(), address()))
                .setHost("localhost")
                .setPort(port())
                .setURI(call.url())
                .setTimeout(LONGEST.toMillis());
        headers(call, token).forEach(options::putHeader);
        if (unseen) {
            options.putHeader(OwnCalls.HEADER, OwnCalls.mark());
        }
        return options;
    }

    private Map<String, String> headers(ApiCall call, String token) {
        Map<String, String> headers = Headers.of(call);
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (!call.isOfGraph()) {
            control.key().ifPresent(key -> headers.put(ControlKey.HEADER, key));
        }
        headers.put("User-Agent", "Tenantry-Console");
        return headers;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
        }
        return client;
    }

    /** Known to the settings when it is open, also where any was good. */
    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    }

    /** Where it listens on all addresses, the loopback is one of them. */
    private static String address() {
        String bound = ConfigProvider.getConfig().getValue("quarkus.http.host", String.class);
        return bound.equals("0.0.0.0") ? "127.0.0.1" : bound.equals("::") ? "::1" : bound;
    }

    private static JsonNode json(String type, Buffer body) {
        return body.length() == 0 || type == null || !type.contains("json")
                ? MissingNode.getInstance()
                : Json.parse(body.getBytes());
    }
}
