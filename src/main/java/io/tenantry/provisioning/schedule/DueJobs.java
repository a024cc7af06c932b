package io.tenantry.provisioning.schedule;

import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the jobs of all tenants that have something to do. */
final class DueJobs {
    private final Store store;
    private final Tenants tenants;

    DueJobs(Store store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /** A job that waits for a cycle, or for the rest of one. */
    record Due(Tenant tenant, String jobId, Instant at) {}

    /** When the first of them falls due. */
    Optional<Instant> next() {
        return store.readAll(registry -> tenants.all().stream()
                .flatMap(tenant -> SyncJobs.nextRun(registry.session(tenant)).stream())
                .min(Comparator.naturalOrder()));
    }

    /** In the order in which they fell due. */
    List<Due> at(Instant now) {
        return store.readAll(registry -> tenants.all().stream()
                .flatMap(tenant -> SyncJobs.due(registry.session(tenant), now).stream()
                        .map(job -> new Due(tenant, job.jobId(), job.nextRun().orElse(now))))
                .sorted(Comparator.comparing(Due::at))
                .toList());
    }
}
