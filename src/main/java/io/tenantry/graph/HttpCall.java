package io.tenantry.graph;

import io.netty.buffer.Unpooled;
import io.tenantry.family.Caller;
import io.tenantry.format.Ids;
import io.tenantry.graph.message.Address;
import io.tenantry.graph.message.GraphRequest;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.http.answer.AnswerBody;
import io.tenantry.http.host.CalledUrl;
import io.tenantry.http.host.KnownHosts;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A call of Graph over HTTP: what it asks, the two ids that its answer carries, and the way back. */
record HttpCall(RoutingContext context, String requestId, String clientRequestId) {
    private static final String CALLER = Caller.class.getName();

    static HttpCall of(RoutingContext context) {
        String requestId = Ids.random();
        String sent = context.request().getHeader("client-request-id");
        return new HttpCall(context, requestId, sent == null || sent.isBlank() ? requestId : sent);
    }

    /** Who calls was read from the head already. */
    static void calledBy(RoutingContext context, Caller caller) {
        context.put(CALLER, caller);
    }

    static Optional<Caller> caller(RoutingContext context) {
        return Optional.ofNullable(context.get(CALLER));
    }

    GraphRequest request(byte[] body) {
        HttpServerRequest http = context.request();
        Map<String, String> headers = new HashMap<>();
        http.headers()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return new GraphRequest(
                http.method().name(),
                // in the spelling by which the route was found
                Address.of(context.normalizedPath(), http.query()),
                headers,
                body,
                CalledUrl.of(context).base(),
                caller(context),
                requestId,
                clientRequestId);
    }

    /** @param now what the {@code Date} header tells */
    void send(GraphResponse answer, Instant now) {
        AnswerBody.keepFor(context, answer.body());
        HttpServerRequest request = context.request();
        GraphResponse sent = answer.fitsOnePacket()
                ? answer
                : Compression.of(answer, request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        HttpServerResponse response = request.response().setStatusCode(sent.status());
        sent.headers().forEach(response.headers()::add);
        CommonHeaders.add(response.headers(), now, requestId, clientRequestId);
        if (request.isSSL() && KnownHosts.isLocal(CalledUrl.of(context).host())) {
            // a browser would believe it of every port of this machine
            response.headers().remove(CommonHeaders.TRANSPORT_SECURITY);
        }
        response.end(Buffer.buffer(Unpooled.wrappedBuffer(sent.body())));
    }
}
