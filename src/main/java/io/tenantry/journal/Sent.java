package io.tenantry.journal;

import io.vertx.core.MultiMap;

/**
 * A request as it came.
 *
 * @param base scheme and host, {@code http://localhost:8365}
 * @param query percent-encoded, null without one
 */
record Sent(String method, String base, String path, String query, String version, MultiMap headers, Body body) {
    /** As the head says, which counts bodies that were not read too. */
    long bytes() {
        return announced(headers, body);
    }

    static long announced(MultiMap headers, Body body) {
        String length = headers.get("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : body.size();
    }
}
