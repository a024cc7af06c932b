package io.tenantry.provisioning.schedule;

import io.tenantry.directory.lifecycle.DeletedObjects;
import io.tenantry.policy.DeletedPolicyItems;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Deleted items go for good when they have been kept long enough (directory.md §9, cross-tenant-access-policy.md §4.4). */
@ApplicationScoped
public class RetentionPurge {
    private final Store store;
    private final Tenants tenants;

    RetentionPurge(Store store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /** When the next deleted item of any tenant falls due. */
    Optional<Instant> nextDue() {
        return store.readAll(registry -> tenants.all().stream()
                .flatMap(tenant -> DeletedObjects.nextExpiry(registry.session(tenant)).stream())
                .min(Instant::compareTo));
    }

    /** Purges what is due in every tenant, in short transactions; where nothing is, nothing is written. */
    public void purge(Instant now) {
        for (Tenant tenant : tenants.all()) {
            boolean due = store.readAtLength(tenant, session -> anyDue(session, now));
            while (due) {
                due = store.write(tenant, session -> batch(session, now));
            }
        }
    }

    private static boolean anyDue(Session session, Instant now) {
        return DeletedObjects.nextExpiry(session)
                        .filter(due -> !due.isAfter(now))
                        .isPresent()
                || DeletedPolicyItems.anyOlderThan(session, now.minus(DeletedObjects.KEPT));
    }

    private static boolean batch(Session session, Instant now) {
        DeletedPolicyItems.purgeOlderThan(session, now.minus(DeletedObjects.KEPT));
        return DeletedObjects.purgeExpired(session, now);
    }
}
