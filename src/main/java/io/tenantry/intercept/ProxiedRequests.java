package io.tenantry.intercept;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.tenantry.format.Json;
import io.tenantry.http.OwnError;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Requests on the proxy's port: those that did not come through TLS name a whole URL, on a host that this server stands in for. */
final class ProxiedRequests implements Handler<HttpServerRequest> {
    private final Handler<HttpServerRequest> served;

    ProxiedRequests(Handler<HttpServerRequest> served) {
        this.served = served;
    }

    @Override
    public void handle(HttpServerRequest request) {
        ProxyTarget target = request.isSSL() ? null : ProxyTarget.ofUrl(request.uri());
        if (request.isSSL() || target.isStoodInFor()) {
            served.handle(request);
            return;
        }
        request.response()
                .setStatusCode(403)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaderNames.CONNECTION, "close")
                .end(Buffer.buffer(Json.utf8(OwnError.of(target.refusal(), null))))
                .onComplete(sent -> request.connection().close());
    }
}
