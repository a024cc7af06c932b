package io.tenantry.directory.license;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a user's licences amount to. {@code licenseAssignmentStates} says which licence came directly or through which group;
 * {@code assignedLicenses}, {@code assignedPlans} and {@code provisionedPlans} are derived from it (directory.md §12).
 */
public final class LicensePlans {
    private LicensePlans() {}

    /** An assignment by hand ({@code group} null) or by a group. */
    public static ObjectNode state(String skuId, JsonNode disabledPlans, String group, Instant now) {
        ObjectNode state = Json.object().put("skuId", skuId);
        state.set("disabledPlans", disabledPlans == null || disabledPlans.isNull() ? Json.array() : disabledPlans);
        return state.put("assignedByGroup", group)
                .put("state", "Active")
                .put("error", "None")
                .put("lastUpdatedDateTime", Json.instant(now.truncatedTo(ChronoUnit.SECONDS)));
    }

    public static boolean matches(JsonNode state, String skuId, String group) {
        JsonNode by = state.path("assignedByGroup");
        return state.path("skuId").asText().equalsIgnoreCase(skuId)
                && (group == null ? by.isNull() || by.isMissingNode() : group.equals(by.asText()));
    }

    /** Fills the derived properties; {@code skus} by id. */
    public static void derive(Entity user, Map<String, Entity> skus, Instant now) {
        Map<String, ArrayNode> licences = new LinkedHashMap<>();
        for (JsonNode state : user.array("licenseAssignmentStates")) {
            ArrayNode disabled = (ArrayNode) state.path("disabledPlans");
            licences.merge(state.path("skuId").asText(), disabled, LicensePlans::common);
        }
        ArrayNode assigned = Json.array();
        ArrayNode plans = Json.array();
        licences.forEach((sku, disabled) -> {
            assigned.addObject().put("skuId", sku).set("disabledPlans", disabled);
            Optional.ofNullable(skus.get(sku)).ifPresent(entity -> addPlans(plans, entity, disabled, now));
        });
        keep(user, "licenseAssignmentStates", user.array("licenseAssignmentStates"));
        keep(user, "assignedLicenses", assigned);
        keep(user, "assignedPlans", plans);
        keep(user, "provisionedPlans", provisioned(plans));
    }

    /** A plan is off only where every assignment of the licence leaves it out. */
    private static ArrayNode common(ArrayNode first, ArrayNode second) {
        TreeSet<String> ids = new TreeSet<>();
        first.forEach(id -> ids.add(id.asText()));
        ids.removeIf(
                id -> second.valueStream().noneMatch(other -> other.asText().equals(id)));
        return Json.array(ids);
    }

    private static void addPlans(ArrayNode plans, Entity sku, ArrayNode disabled, Instant now) {
        for (JsonNode plan : sku.array("servicePlans")) {
            String id = plan.path("servicePlanId").asText();
            if (disabled.valueStream().noneMatch(each -> each.asText().equalsIgnoreCase(id))) {
                plans.addObject()
                        .put("assignedDateTime", Json.instant(now.truncatedTo(ChronoUnit.SECONDS)))
                        .put("capabilityStatus", "Enabled")
                        .put(
                                "service",
                                SkuCatalog.service(plan.path("servicePlanName").asText()))
                        .put("servicePlanId", id);
            }
        }
    }

    private static ArrayNode provisioned(ArrayNode plans) {
        ArrayNode provisioned = Json.array();
        TreeSet<String> services = new TreeSet<>();
        plans.forEach(plan -> services.add(plan.path("service").asText()));
        services.forEach(service -> provisioned
                .addObject()
                .put("capabilityStatus", "Enabled")
                .put("provisioningStatus", "Success")
                .put("service", service));
        return provisioned;
    }

    private static void keep(Entity user, String name, ArrayNode values) {
        if (values.isEmpty()) {
            user.properties().remove(name);
        } else {
            user.set(name, values);
        }
    }
}
