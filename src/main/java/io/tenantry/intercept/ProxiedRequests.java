package io.tenantry.intercept;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.tenantry.format.Json;
import io.tenantry.http.answer.OwnError;
import io.tenantry.journal.Journal;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Requests on the proxy's port: those that did not come through TLS name a whole URL, on a host that this server stands in for. */
final class ProxiedRequests implements Handler<HttpServerRequest> {
    private final Handler<HttpServerRequest> served;
    private final Journal journal;

    ProxiedRequests(Handler<HttpServerRequest> served, Journal journal) {
        this.served = served;
        this.journal = journal;
    }

    @Override
    public void handle(HttpServerRequest request) {
        ProxyTarget target = request.isSSL() ? null : ProxyTarget.ofUrl(request.uri());
        if (request.isSSL() || target.isStoodInFor()) {
            served.handle(request);
            return;
        }
        journal.refused(request.method().name(), request.uri(), 403, target.refusal());
        request.response()
                .setStatusCode(403)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaderNames.CONNECTION, "close")
                .end(Buffer.buffer(Json.utf8(OwnError.of(target.refusal(), null))))
                .onComplete(sent -> request.connection().close());
    }
}
