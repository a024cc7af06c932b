package io.tenantry.directory.license;

import io.tenantry.error.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;

/** Counts the units of a subscription when a licence is handed out. */
public final class LicenseUnits {
    private LicenseUnits() {}

    /** E30 where none is left; a user that has the licence already takes no further unit. */
    public static void take(Session session, Entity sku, Entity user) {
        String skuId = sku.text("skuId");
        if (holds(user, skuId)) {
            return;
        }
        // writing the row first makes parallel assignments of one subscription wait for each other
        session.update(sku);
        if (SubscribedSkus.consumed(session, skuId)
                >= sku.get("prepaidUnits").path("enabled").asInt()) {
            throw GraphError.badRequest("Subscription with SKU " + skuId + " does not have any available licenses.");
        }
    }

    private static boolean holds(Entity user, String skuId) {
        return user.array("assignedLicenses")
                .valueStream()
                .anyMatch(license -> license.path("skuId").asText().equals(skuId));
    }
}
