package io.tenantry.graph;

import io.tenantry.family.Caller;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests to Graph from HTTP. */
final class HttpRequests {
    private static final String CALLER = Caller.class.getName();

    private HttpRequests() {}

    /** Who calls was read from the head already. */
    static void calledBy(RoutingContext context, Caller caller) {
        context.put(CALLER, caller);
    }

    static GraphRequest request(RoutingContext context, byte[] body) {
        HttpServerRequest http = context.request();
        Map<String, String> headers = new HashMap<>();
        http.headers()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        // in the spelling by which the route was found
        Address address = Address.of(context.normalizedPath());
        return new GraphRequest(
                http.method().name(),
                address.version(),
                address.tenant(),
                address.path(),
                http.query(),
                headers,
                body,
                http.scheme() + "://" + host(http),
                Optional.ofNullable(context.get(CALLER)));
    }

    /** HTTP/1.0 may name no host. */
    private static String host(HttpServerRequest http) {
        return http.authority() == null
                ? http.localAddress().hostAddress() + ":" + http.localAddress().port()
                : http.authority().toString();
    }
}
