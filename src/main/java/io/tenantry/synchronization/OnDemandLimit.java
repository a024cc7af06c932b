package io.tenantry.synchronization;

import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Five on-demand requests in ten seconds for each job, by the watch: load is real whatever the virtual clock says. */
@ApplicationScoped
class OnDemandLimit {
    private static final int REQUESTS = 5;
    private static final long WINDOW = Duration.ofSeconds(10).toNanos();

    private final VirtualClock clock;
    private final Map<String, Deque<Long>> taken = new ConcurrentHashMap<>();

    OnDemandLimit(VirtualClock clock) {
        this.clock = clock;
    }

    /** Takes a request; where there are too many, says after how many seconds there is room again. */
    OptionalLong take(String jobId) {
        Deque<Long> moments = taken.computeIfAbsent(jobId, id -> new ArrayDeque<>());
        synchronized (moments) {
            long now = clock.elapsedNanos();
            moments.removeIf(each -> now - each >= WINDOW);
            if (moments.size() >= REQUESTS) {
                long wait = WINDOW - (now - moments.getFirst());
                return OptionalLong.of(Duration.ofNanos(wait).toSeconds() + 1);
            }
            moments.addLast(now);
            return OptionalLong.empty();
        }
    }
}
