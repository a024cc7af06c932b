package io.tenantry.http.answer;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Answers that end before they are whole, and must not look like whole ones. */
public final class BrokenOff {
    /** RFC 9113 §7 */
    private static final long INTERNAL_ERROR = 2;

    private BrokenOff() {}

    /** Ends the connection of a request, of HTTP/2 its stream. Whoever waits for the end of the request learns of it. */
    public static void connectionOf(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(INTERNAL_ERROR);
        } else {
            request.connection().close();
        }
    }
}
