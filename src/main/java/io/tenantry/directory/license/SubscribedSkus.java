package io.tenantry.directory.license;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.family.Family;
import io.tenantry.family.GraphRegistry;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The subscriptions of a tenant (directory.md §12). */
@ApplicationScoped
public class SubscribedSkus implements Family {
    public static final String TYPE = "subscribedSku";

    @Override
    public void register(GraphRegistry graph) {
        graph.view(TYPE, (call, sku) -> sku.properties()
                .put("consumedUnits", consumed(call.session(), sku.text("skuId"))));
    }

    public static Map<String, Entity> bySkuId(Session session) {
        Map<String, Entity> skus = new HashMap<>();
        session.children(TYPE, "").forEach(sku -> skus.put(sku.text("skuId"), sku));
        return skus;
    }

    /** Units in use: live users that have the licence, directly or through a group. */
    public static int consumed(Session session, String skuId) {
        return session.query(
                        "select count(distinct v.object_id) from object_value v"
                                + " join directory_object o on o.tenant = v.tenant and o.id = v.object_id"
                                + " where v.tenant = {tenant} and v.property = 'assignedLicenses/skuId' and v.value = ?"
                                + " and o.type = 'user'",
                        row -> row.getInt(1),
                        skuId.toLowerCase(Locale.ROOT))
                .get(0);
    }

    public static boolean hasPlan(Entity sku, String servicePlanId) {
        for (JsonNode plan : sku.array("servicePlans")) {
            if (plan.path("servicePlanId").asText().equalsIgnoreCase(servicePlanId)) {
                return true;
            }
        }
        return false;
    }
}
