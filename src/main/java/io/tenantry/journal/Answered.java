package io.tenantry.journal;

import io.vertx.core.MultiMap;

/**
 * What was answered.
 *
 * @param status 0 where the connection was closed in place of an answer
 */
record Answered(int status, MultiMap headers, Body body) {
    static Answered nothing() {
        return new Answered(0, MultiMap.caseInsensitiveMultiMap(), Body.NONE);
    }

    /** As they went out, compressed where they were. */
    long bytes() {
        return Sent.announced(headers, body);
    }
}
