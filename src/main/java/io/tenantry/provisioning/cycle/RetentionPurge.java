package io.tenantry.provisioning.cycle;

import io.tenantry.directory.DirectoryObjects;
import io.tenantry.policy.DeletedPolicyItems;
import io.tenantry.store.Entity;
import io.tenantry.store.Key;
import io.tenantry.store.Registry;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deleted items go for good after 30 days (directory.md §9). */
@ApplicationScoped
public class RetentionPurge {
    static final Duration RETENTION = Duration.ofDays(30);
    private static final int BATCH = 200;

    private final Store store;
    private final Tenants tenants;

    RetentionPurge(Store store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /** When the next deleted item of any tenant falls due. */
    Optional<Instant> nextDue() {
        return store.readAll(registry -> tenants.all().stream()
                .flatMap(tenant -> oldest(registry.session(tenant)).stream())
                .min(Instant::compareTo)
                .map(deleted -> deleted.plus(RETENTION)));
    }

    private static Optional<Instant> oldest(Session session) {
        return session
                .query(
                        "select deleted_date_time from directory_object where tenant = {tenant} and deleted_date_time is not null"
                                + " order by deleted_date_time limit 1",
                        row -> Key.instant(row.getLong(1)))
                .stream()
                .findFirst();
    }

    /** Purges what is due in every tenant; where nothing is, nothing is written. */
    public void purge(Instant now) {
        for (Tenant tenant : tenants.all()) {
            boolean due = store.read(tenant, session -> anyDue(session, now));
            while (due) {
                due = store.writeAll(registry -> batch(registry, tenant, now)) == BATCH;
            }
        }
    }

    private static boolean anyDue(Session session, Instant now) {
        Instant limit = now.minus(RETENTION);
        return oldest(session).filter(each -> !each.isAfter(limit)).isPresent()
                || DeletedPolicyItems.anyOlderThan(session, limit);
    }

    private static int batch(Registry registry, Tenant tenant, Instant now) {
        Session session = registry.session(tenant);
        List<Entity> due = session.query(
                "select type, id, '', body from directory_object where tenant = {tenant} and deleted_date_time is not null"
                        + " and deleted_date_time <= ? order by deleted_date_time limit " + BATCH,
                Session::entity,
                Key.micros(now.minus(RETENTION)));
        due.forEach(each -> DirectoryObjects.purge(session, each));
        DeletedPolicyItems.purgeOlderThan(session, now.minus(RETENTION));
        return due.size();
    }
}
