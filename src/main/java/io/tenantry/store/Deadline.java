package io.tenantry.store;

import java.time.Duration;

/**
 * Until when somebody reads.
 *
 * @param nanos on the clock of {@link System#nanoTime}
 */
record Deadline(boolean none, long nanos) {
    static final Deadline NONE = new Deadline(true, 0);

    /** Where there is no time, there is no end. */
    static Deadline in(Duration time) {
        return time.isZero() ? NONE : new Deadline(false, System.nanoTime() + time.toNanos());
    }

    long left() {
        return none ? Long.MAX_VALUE : nanos - System.nanoTime();
    }
}
