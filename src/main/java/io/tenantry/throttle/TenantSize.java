package io.tenantry.throttle;

import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import jakarta.inject.Singleton;

/** How many users a tenant has, as far as it matters. */
@Singleton
class TenantSize {
    private static final int ENOUGH = 501;

    private final Store store;

    TenantSize(Store store) {
        this.store = store;
    }

    int of(Tenant tenant) {
        return store.read(tenant, TenantSize::count);
    }

    private static int count(Session session) {
        return session.query(
                        "select count(*) from (select id from directory_object where tenant = {tenant} and type = 'user'"
                                + " and deleted_date_time is null limit " + ENOUGH + ") as users",
                        row -> row.getInt(1))
                .get(0);
    }
}
