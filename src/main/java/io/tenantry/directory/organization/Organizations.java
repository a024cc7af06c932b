package io.tenantry.directory.organization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.license.SkuCatalog;
import io.tenantry.directory.license.SubscribedSkus;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The tenant itself (directory.md §12): domains and plans are shown as they are now. */
@ApplicationScoped
public class Organizations implements Family {
    public static final String TYPE = "organization";
    private static final Set<String> WRITABLE = Set.of(
            "marketingNotificationEmails",
            "privacyProfile",
            "securityComplianceNotificationMails",
            "securityComplianceNotificationPhones",
            "technicalNotificationMails");

    @Override
    public void register(GraphRegistry graph) {
        graph.keyed("/organization/{}", (call, owner, key) -> find(call, key));
        graph.update("/organization/{}", Organizations::update);
        graph.view(TYPE, Organizations::show);
    }

    /** E39 for the id of any other tenant. */
    private static Optional<Entity> find(GraphCall call, String key) {
        if (!Ids.isGuid(key)) {
            throw DirectoryErrors.invalidIdentifier(key);
        }
        if (!Ids.canonical(key).equals(call.tenant().id())) {
            throw DirectoryErrors.otherTenant();
        }
        return call.session().find(TYPE, call.tenant().id());
    }

    private static void update(GraphCall call, Entity organization, ObjectNode body) {
        body.fieldNames().forEachRemaining(name -> {
            if (!WRITABLE.contains(name)) {
                throw DirectoryErrors.readOnly(name);
            }
        });
        Merge.into(organization.properties(), body);
        call.session().update(organization);
        AuditLog.record(
                call,
                AuditEvent.of("Set Company Information", "DirectoryManagement", "Update")
                        .target("Directory", organization.id(), organization.text("displayName"), null));
    }

    private static void show(GraphCall call, Entity organization) {
        showDomains(call.session(), organization);
        showPlans(call.session(), organization);
    }

    private static void showDomains(Session session, Entity organization) {
        ArrayNode domains = Json.array();
        for (Entity domain : Domains.all(session)) {
            if (domain.flag("isVerified")) {
                domains.addObject()
                        .put("capabilities", String.join(", ", domain.texts("supportedServices")))
                        .put("isDefault", domain.flag("isDefault"))
                        .put("isInitial", domain.flag("isInitial"))
                        .put("name", domain.id())
                        .put("type", domain.text("authenticationType"));
            }
        }
        organization.set("verifiedDomains", domains);
    }

    private static void showPlans(Session session, Entity organization) {
        ArrayNode plans = Json.array();
        for (Entity sku : session.children(SubscribedSkus.TYPE, "")) {
            for (JsonNode plan : sku.array("servicePlans")) {
                plans.addObject()
                        .put("assignedDateTime", organization.text("createdDateTime"))
                        .put("capabilityStatus", "Enabled")
                        .put(
                                "service",
                                SkuCatalog.service(plan.path("servicePlanName").asText()))
                        .put("servicePlanId", plan.path("servicePlanId").asText());
            }
        }
        organization.set("assignedPlans", plans);
    }
}
