package io.tenantry.fault;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** When a connection is closed. */
public enum Drop {
    /** Before the call is served: nothing is done, nothing answered. */
    BEFORE,
    /** In the middle of the answer: what the call asks is done. */
    DURING;

    private static final long INTERNAL_ERROR = 2;

    /** Ends the connection of a request, of HTTP/2 its stream. Whoever waits for the end of the request learns of it. */
    static void connectionOf(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(INTERNAL_ERROR);
        } else {
            request.connection().close();
        }
    }
}
