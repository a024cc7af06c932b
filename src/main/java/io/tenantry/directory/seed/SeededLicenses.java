package io.tenantry.directory.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.directory.license.LicensePlans;
import io.tenantry.directory.license.SubscribedSkus;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.Map;

/** Gives users of a scenario file the plans that belong to their {@code assignedLicenses}. */
final class SeededLicenses {
    private final Map<String, Entity> skus;
    private final Instant now;

    SeededLicenses(Session session, Instant now) {
        this.skus = SubscribedSkus.bySkuId(session);
        this.now = now;
    }

    void complete(Entity user) {
        JsonNode licenses = user.get("assignedLicenses");
        if (licenses == null || licenses.isEmpty() || user.get("licenseAssignmentStates") != null) {
            return;
        }
        ArrayNode states = Json.array();
        for (JsonNode license : licenses) {
            states.add(LicensePlans.state(license.path("skuId").asText(), license.get("disabledPlans"), null, now));
        }
        user.set("licenseAssignmentStates", states);
        LicensePlans.derive(user, skus, now);
    }
}
