package io.tenantry.intercept;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** Hands requests to what serves those of the plain port, as that port does. */
final class ServedRequests implements Handler<HttpServerRequest> {
    private final Handler<HttpServerRequest> root = VertxHttpRecorder.getRootHandler();

    @Override
    public void handle(HttpServerRequest request) {
        if (!isReadable(request.uri())) {
            request.response().setStatusCode(400).end();
            return;
        }
        if (DeviceLogin.leads(request)) {
            return;
        }
        // no byte of a body gets lost before somebody reads it
        if (!request.isEnded()) {
            request.pause();
        }
        root.handle(request);
    }

    private static boolean isReadable(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
