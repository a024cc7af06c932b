package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.license.GroupLicenses;
import io.tenantry.directory.license.LicensePlans;
import io.tenantry.directory.license.LicenseUnits;
import io.tenantry.directory.license.SubscribedSkus;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.KeyBytes;
import io.tenantry.directory.object.MissingParameters;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Licences of users and groups: {@code assignLicense} with E29 to E32, and what a user's licences hold (directory.md §4.8, §12). */
@ApplicationScoped
public class Licenses implements Family {
    @Override
    public void register(GraphRegistry graph) {
        graph.operation("user", "assignLicense", Licenses::assignToUser);
        graph.operation("group", "assignLicense", Licenses::assignToGroup);
        graph.operation("user", "reprocessLicenseAssignment", Licenses::reprocess);
        graph.source("/users/{}/licenseDetails", Licenses::details);
    }

    private static Answer assignToUser(GraphCall call, Entity user, ObjectNode body) {
        MissingParameters.check("assignLicense", body, "addLicenses", "removeLicenses");
        Map<String, Entity> skus = SubscribedSkus.bySkuId(call.session());
        ObjectNode before = user.properties().deepCopy();
        body.get("removeLicenses")
                .forEach(sku -> remove(user, skus, sku.asText().toLowerCase(Locale.ROOT)));
        for (JsonNode added : body.get("addLicenses")) {
            if (user.text("usageLocation") == null) {
                throw GraphError.badRequest("License assignment cannot be done for user with invalid usage location.");
            }
            add(call, user, checked(skus, added), added);
        }
        LicensePlans.derive(user, skus, call.now());
        DirectoryObjects.update(call, user);
        AuditLog.record(call, ObjectAudit.updated("Change user license", "UserManagement", before, user));
        return Answer.ok(user, "users");
    }

    /** E31, and plans that the licence does not hold. */
    private static Entity checked(Map<String, Entity> skus, JsonNode license) {
        String skuId = license.path("skuId").asText().toLowerCase(Locale.ROOT);
        Entity sku = known(skus, skuId);
        for (JsonNode plan : license.path("disabledPlans")) {
            if (!SubscribedSkus.hasPlan(sku, plan.asText())) {
                throw GraphError.badRequest(
                        "Plan " + plan.asText() + " does not correspond to a valid plan of license " + skuId + ".");
            }
        }
        return sku;
    }

    private static Entity known(Map<String, Entity> skus, String skuId) {
        Entity sku = skus.get(skuId);
        if (sku == null) {
            throw GraphError.badRequest("License " + skuId + " does not correspond to a valid company License.");
        }
        return sku;
    }

    private static void add(GraphCall call, Entity user, Entity sku, JsonNode license) {
        String skuId = sku.text("skuId");
        LicenseUnits.take(call.session(), sku, user);
        ArrayNode states = user.array("licenseAssignmentStates");
        drop(states, skuId);
        states.add(LicensePlans.state(skuId, license.get("disabledPlans"), null, call.now()));
    }

    private static void remove(Entity user, Map<String, Entity> skus, String skuId) {
        known(skus, skuId);
        ArrayNode states = user.array("licenseAssignmentStates");
        if (!drop(states, skuId)) {
            boolean inherited = states.valueStream()
                    .anyMatch(state -> state.path("skuId").asText().equals(skuId));
            throw GraphError.badRequest(
                    inherited
                            ? "User license is inherited from a group membership and it cannot be removed directly from the user."
                            : "User does not have a corresponding license.");
        }
    }

    private static boolean drop(ArrayNode states, String skuId) {
        for (int i = 0; i < states.size(); i++) {
            if (LicensePlans.matches(states.get(i), skuId, null)) {
                states.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Members have the group's licences from now on (directory.md §7.3). */
    private static Answer assignToGroup(GraphCall call, Entity group, ObjectNode body) {
        MissingParameters.check("assignLicense", body, "addLicenses", "removeLicenses");
        Map<String, Entity> skus = SubscribedSkus.bySkuId(call.session());
        ObjectNode before = group.properties().deepCopy();
        List<JsonNode> licenses = new ArrayList<>();
        group.array("assignedLicenses").forEach(licenses::add);
        List<JsonNode> replaced = new ArrayList<>();
        body.get("removeLicenses").forEach(sku -> replaced.add(Json.object().put("skuId", sku.asText())));
        body.get("addLicenses").forEach(replaced::add);
        replaced.forEach(one -> known(skus, one.path("skuId").asText().toLowerCase(Locale.ROOT)));
        licenses.removeIf(license -> replaced.stream().anyMatch(one -> one.path("skuId")
                .asText()
                .equalsIgnoreCase(license.path("skuId").asText())));
        body.get("addLicenses").forEach(added -> {
            checked(skus, added);
            licenses.add(added);
        });
        group.set("assignedLicenses", Json.array().addAll(licenses));
        DirectoryObjects.update(call, group);
        GroupLicenses.inheritAll(call.session(), group, call.now());
        AuditLog.record(call, ObjectAudit.updated("Set group license", "GroupManagement", before, group));
        return new Answer.One(202, group, "groups");
    }

    private static Answer reprocess(GraphCall call, Entity user, ObjectNode body) {
        LicensePlans.derive(user, SubscribedSkus.bySkuId(call.session()), call.now());
        DirectoryObjects.update(call, user);
        return Answer.ok(user, "users");
    }

    /** The subscriptions behind a user's licences, with their plans. */
    private static CollectionSource details(GraphCall call, Entity user) {
        Map<String, Entity> skus = SubscribedSkus.bySkuId(call.session());
        List<Entity> details = new ArrayList<>();
        for (JsonNode license : user.array("assignedLicenses")) {
            Entity sku = skus.get(license.path("skuId").asText());
            if (sku != null) {
                details.add(Entity.childOf(user.id(), "licenseDetails", KeyBytes.joined(user.id(), sku.text("skuId")))
                        .set("skuId", sku.text("skuId"))
                        .set("skuPartNumber", sku.text("skuPartNumber"))
                        .set("servicePlans", plans(sku, license.path("disabledPlans"))));
            }
        }
        return new CollectionSource.Fixed(details);
    }

    /** Those of a subscription; what the licence leaves out is disabled. */
    private static ArrayNode plans(Entity sku, JsonNode disabled) {
        ArrayNode plans = sku.array("servicePlans").deepCopy();
        for (JsonNode plan : plans) {
            String id = plan.path("servicePlanId").asText();
            if (disabled.valueStream().anyMatch(each -> each.asText().equalsIgnoreCase(id))) {
                ((ObjectNode) plan).put("provisioningStatus", "Disabled");
            }
        }
        return plans;
    }
}
