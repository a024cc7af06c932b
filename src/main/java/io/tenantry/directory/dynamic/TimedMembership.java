package io.tenantry.directory.dynamic;

import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets time itself move members of groups whose rules ask for {@code system.now}: once in a while, as the service does within a day
 * (directory.md §8).
 */
public class TimedMembership {
    private static final Duration DISTANCE = Duration.ofHours(6);

    private final Store store;
    private final Tenants tenants;
    private final Map<Integer, Instant> followed = new ConcurrentHashMap<>();

    public TimedMembership(Store store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /** Where some hours have passed, or the clock was set back. */
    public void follow(Instant now) {
        for (Tenant tenant : tenants.all()) {
            Instant last = followed.getOrDefault(tenant.key(), Instant.EPOCH);
            if (now.isBefore(last) || !now.isBefore(last.plus(DISTANCE))) {
                followed.put(tenant.key(), now);
                follow(tenant);
            }
        }
    }

    private void follow(Tenant tenant) {
        List<String> groups = store.readAtLength(tenant, DynamicGroups::timed).stream()
                .map(Entity::id)
                .toList();
        if (!groups.isEmpty()) {
            store.write(tenant, session -> {
                DynamicGroups.followAll(session, groups);
                return null;
            });
        }
    }
}
