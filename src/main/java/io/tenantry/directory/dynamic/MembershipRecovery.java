package io.tenantry.directory.dynamic;

import io.quarkus.scheduler.Scheduled;
import io.tenantry.store.Store;
import io.tenantry.store.Tenants;
import io.tenantry.store.failure.StoreUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Goes on with memberships that a stop or a failure left behind: when the server has started, and every minute. */
@ApplicationScoped
class MembershipRecovery {
    private static final Logger LOG = Logger.getLogger(MembershipRecovery.class);

    private final Store store;
    private final Tenants tenants;

    MembershipRecovery(Store store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        try {
            tenants.all().forEach(tenant -> new MembershipUpdate(store, tenant).settleLeftBehind());
        } catch (StoreUnavailable e) {
            LOG.debug("The store does not serve", e);
        }
    }
}
