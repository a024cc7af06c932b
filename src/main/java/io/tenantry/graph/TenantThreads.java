package io.tenantry.graph;

import io.tenantry.store.StoreConfig;
import io.tenantry.store.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Calls of one tenant are at work on a few threads at a time, and the others wait without one: whatever they wait for, calls of another
 * tenant find a thread.
 */
@Singleton
class TenantThreads {
    /** More than the connections that one tenant reads on, and few of the 200 threads that there are at least. */
    private static final int MOST = 24;

    private final Duration patience;
    private final ConcurrentMap<Integer, Lane> lanes = new ConcurrentHashMap<>();

    TenantThreads(StoreConfig config) {
        this.patience = config.readTime();
    }

    /** Does the work of a call on this thread, or later on another one. */
    void work(Tenant tenant, WaitingCall call) {
        Lane lane = lanes.computeIfAbsent(tenant.key(), key -> new Lane());
        if (lane.enter(call)) {
            lane.work(call);
        }
    }

    private final class Lane {
        private final Set<WaitingCall> waiting = new LinkedHashSet<>();
        private int atWork;

        synchronized boolean enter(WaitingCall call) {
            if (atWork < MOST) {
                atWork++;
                return true;
            }
            waiting.add(call);
            call.waitFor(patience, () -> leave(call));
            return false;
        }

        private synchronized boolean leave(WaitingCall call) {
            return waiting.remove(call);
        }

        void work(WaitingCall call) {
            try {
                call.work();
            } finally {
                next().ifPresent(next -> next.resume(() -> work(next)));
            }
        }

        /** Who comes next has the place of who goes. */
        private synchronized Optional<WaitingCall> next() {
            Optional<WaitingCall> next = waiting.stream().findFirst();
            next.ifPresentOrElse(waiting::remove, () -> atWork--);
            return next;
        }
    }
}
