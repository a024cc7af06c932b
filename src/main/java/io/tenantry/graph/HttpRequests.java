package io.tenantry.graph;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads requests to Graph from HTTP. */
final class HttpRequests {
    private static final byte[] NOTHING = {};

    private HttpRequests() {}

    static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.version() == HttpVersion.HTTP_2;
    }

    static GraphRequest request(RoutingContext context) {
        HttpServerRequest http = context.request();
        Map<String, String> headers = new HashMap<>();
        http.headers()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        // in the spelling by which the route was found
        Address address = Address.of(context.normalizedPath());
        Buffer body = context.body() == null ? null : context.body().buffer();
        return new GraphRequest(
                http.method().name(),
                address.version(),
                address.tenant(),
                address.path(),
                http.query(),
                headers,
                body == null ? NOTHING : body.getBytes(),
                http.scheme() + "://" + host(http));
    }

    /** HTTP/1.0 may name no host. */
    private static String host(HttpServerRequest http) {
        return http.authority() == null
                ? http.localAddress().hostAddress() + ":" + http.localAddress().port()
                : http.authority().toString();
    }
}
