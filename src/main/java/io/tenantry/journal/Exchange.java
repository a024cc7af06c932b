package io.tenantry.journal;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.Arrays;

/**
 * A call that was answered.
 *
 * @param number which one it was since the start
 * @param at when it came, by virtual time
 * @param nanos how long until its answer was ready, by real time
 * @param fault whether a fault was injected
 * @param caller where it is known otherwise than from the request; null where it is not
 */
record Exchange(long number, Instant at, long nanos, Sent sent, Answered answered, boolean fault, Calling caller) {
    /** What an exchange takes besides its bodies, about. */
    private static final int REST = 2048;

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
    }

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
            return announced(headers, body);
        }
    }

    /**
     * A body, or its beginning.
     *
     * @param size of the whole, in bytes, as far as it is known
     */
    record Body(byte[] bytes, long size) {
        static final Body NONE = new Body(new byte[0], 0);

        static Body of(byte[] whole, int most) {
            if (whole.length == 0) {
                return NONE;
            }
            return new Body(whole.length <= most ? whole : Arrays.copyOf(whole, most), whole.length);
        }

        boolean isCut() {
            return size > bytes.length;
        }

        boolean isEmpty() {
            return bytes.length == 0;
        }
    }

    private static long announced(MultiMap headers, Body body) {
        String length = headers.get("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : body.size();
    }

    long size() {
        return REST + sent.body().bytes().length + answered.body().bytes().length;
    }

    String id() {
        return Long.toString(number);
    }
}
