package io.tenantry.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.directory.license.SubscribedSkus;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.OneTenantTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a tenant needs for what its job does (provisioning-engine.md §13). */
class JobLicensesTest extends OneTenantTest {

    private void subscribed(String plan) {
        Entity sku = Entity.of(SubscribedSkus.TYPE, Ids.random()).set("skuId", Ids.random());
        sku.set("servicePlans", Json.parse("[{\"servicePlanName\":\"" + plan + "\"}]"));
        within(session -> session.insert(sku));
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
