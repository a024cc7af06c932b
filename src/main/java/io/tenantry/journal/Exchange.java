package io.tenantry.journal;

import java.time.Instant;

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

    long size() {
        return REST + sent.body().bytes().length + answered.body().bytes().length;
    }

    String id() {
        return Long.toString(number);
    }
}
