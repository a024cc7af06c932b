package io.tenantry.store;

import io.tenantry.store.failure.MustWait;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for turns, where one may: on an event loop everybody else would wait too. */
final class Waits {
    private static final ThreadLocal<Boolean> REFUSED = new ThreadLocal<>();

    private Waits() {}

    /** Whether the work was done; it was not where it would have had to wait. */
    static boolean without(Runnable work) {
        REFUSED.set(true);
        try {
            work.run();
            return true;
        } catch (MustWait e) {
            return false;
        } finally {
            REFUSED.remove();
        }
    }

    /** Whether the turn came within a time. */
    static boolean forTurn(Semaphore turns, long nanos) throws InterruptedException {
        if (turns.tryAcquire(0, TimeUnit.NANOSECONDS)) { // unlike without a time, behind those who wait
            return true;
        }
        if (REFUSED.get() != null) {
            throw new MustWait();
        }
        return turns.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }
}
