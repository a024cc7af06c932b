package io.tenantry.store;

import io.tenantry.store.failure.ReadStopped;
import io.tenantry.store.failure.StoreException;
import io.tenantry.store.failure.StoreUnavailable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * No tenant reads on all connections at once, nor do all threads wait for one: whoever calls another tenant finds some left of both.
 */
final class TenantTurns {
    /** Twice as many as calls of Graph wait here at most; the others are of faces whose calls are short. */
    private static final int MOST_WAITING = 48;

    private final int most;
    private final ConcurrentMap<Integer, Semaphore> turns = new ConcurrentHashMap<>();

    /** @param most reads of one tenant at a time */
    TenantTurns(int most) {
        this.most = most;
    }

    <T> T with(Tenant tenant, Deadline deadline, Supplier<T> read) {
        Semaphore turn = turns.computeIfAbsent(tenant.key(), key -> new Semaphore(most, true));
        if (turn.getQueueLength() >= MOST_WAITING) {
            throw new StoreUnavailable("too many others wait to read from this tenant", null);
        }
        waitFor(turn, deadline);
        try {
            return read.get();
        } finally {
            turn.release();
        }
    }

    private static void waitFor(Semaphore turn, Deadline deadline) {
        try {
            if (!Waits.forTurn(turn, deadline.left())) {
                throw new ReadStopped(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while it waited for its turn to read", e);
        }
    }
}
