package io.tenantry.packaged;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that happens in another process. */
public final class Await {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(40);

    private Await() {}

    /** Whether it came true in time. */
    public static boolean until(Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return true;
    }
}
