package io.tenantry.graph;

import io.netty.buffer.Unpooled;
import io.tenantry.format.Ids;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;

/** A call of Graph over HTTP, the two ids that its answer carries, and the way back. */
record HttpCall(RoutingContext context, String requestId, String clientRequestId) {
    static HttpCall of(RoutingContext context) {
        String requestId = Ids.random();
        String sent = context.request().getHeader("client-request-id");
        return new HttpCall(context, requestId, sent == null || sent.isBlank() ? requestId : sent);
    }

    /** @param now what the {@code Date} header tells */
    void send(GraphResponse answer, Instant now) {
        HttpServerRequest request = context.request();
        GraphResponse sent = Compression.of(answer, request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        HttpServerResponse response = request.response().setStatusCode(sent.status());
        sent.headers().forEach(response.headers()::add);
        CommonHeaders.add(response.headers(), now, requestId, clientRequestId);
        response.end(Buffer.buffer(Unpooled.wrappedBuffer(sent.body())));
    }
}
