package io.tenantry.provisioning.plan;

import io.tenantry.store.Tenant;
import io.tenantry.time.VirtualClock;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Plans of which pages have not been asked for yet: the last few, for some minutes, so that all pages are of one plan. */
@ApplicationScoped
public class KeptPlans {
    private static final int MOST = 4;
    private static final long LONGEST = Duration.ofMinutes(10).toNanos();

    /** Whose plan it is, and of which state of the world. */
    record Key(int tenant, String jobId, String state) {
        Key(Tenant tenant, String jobId, String state) {
            this(tenant.key(), jobId, state);
        }
    }

    private record Kept(Plan plan, long since) {}

    private final VirtualClock clock;
    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    public KeptPlans(VirtualClock clock) {
        this.clock = clock;
    }

    synchronized void keep(Key key, Plan plan) {
        long now = clock.elapsedNanos();
        Optional.ofNullable(kept.put(key, new Kept(plan, now))).ifPresent(before -> before.plan.close());
        Iterator<Kept> eldest = kept.values().iterator();
        while (eldest.hasNext()) {
            Kept each = eldest.next();
            if (now - each.since > LONGEST || kept.size() > MOST) {
                eldest.remove();
                each.plan.close();
            }
        }
    }

    synchronized <T> Optional<T> with(Key key, Function<Plan, T> use) {
        return Optional.ofNullable(kept.get(key)).map(each -> use.apply(each.plan));
    }

    @PreDestroy
    synchronized void close() {
        kept.values().forEach(each -> each.plan.close());
        kept.clear();
    }
}
