package io.tenantry.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.directory.license.SubscribedSkus;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tenant needs for what its job does (provisioning-engine.md §13). */
class JobLicensesTest {
    private Store store;
    private Tenant tenant;

    @BeforeEach
    void open() {
        store = StoreUnderTest.ephemeral();
        tenant = StoreUnderTest.tenant(store, "alder");
    }

    @AfterEach
    void close() {
        StoreUnderTest.close(store);
    }

    private void subscribed(String plan) {
        Entity sku = Entity.of(SubscribedSkus.TYPE, Ids.random()).set("skuId", Ids.random());
        sku.set("servicePlans", Json.parse("[{\"servicePlanName\":\"" + plan + "\"}]"));
        store.write(tenant, session -> {
            session.insert(sku);
            return null;
        });
    }

    private Optional<String> missing(boolean governed) {
        return store.read(tenant, session -> JobLicenses.missing(session, governed));
    }

    @Test
    void usersNeedAPremiumLicenceGroupsAndOtherCloudsOneOfGovernanceToo() {
        assertEquals(Optional.of(JobLicenses.PREMIUM), missing(false));
        subscribed("AAD_PREMIUM");
        assertEquals(Optional.empty(), missing(false));
        assertEquals(Optional.of(JobLicenses.GOVERNANCE), missing(true));
        subscribed("Entra_Identity_Governance");
        assertEquals(Optional.empty(), missing(true));
    }
}
