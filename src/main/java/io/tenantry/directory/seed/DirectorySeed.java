package io.tenantry.directory.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.directory.application.FirstPartyApplications;
import io.tenantry.directory.license.SkuCatalog;
import io.tenantry.directory.license.SubscribedSkus;
import io.tenantry.directory.organization.Domains;
import io.tenantry.directory.organization.Organizations;
import io.tenantry.directory.role.AuthorizationPolicy;
import io.tenantry.directory.role.DirectoryRoleTemplate;
import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.directory.role.RoleDefinitions;
import io.tenantry.directory.role.Roles;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.world.SeedContext;
import io.tenantry.world.TenantSeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a tenant holds before anybody has done anything (directory.md §12, §13; cases: clean state). */
@ApplicationScoped
public class DirectorySeed implements TenantSeed {
    /**
     * A subscription.
     *
     * @param skuId null: the known product's, else one derived from the name
     */
    public record License(String skuPartNumber, String skuId, int units) {}

    @Override
    public int order() {
        return 0;
    }

    @Override
    public void seed(SeedContext context) {
        seed(
                context.session(),
                context.now(),
                texts(context.tenant().path("verifiedDomains")),
                licenses(context.tenant().path("licenses")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<License> licenses(JsonNode array) {
        List<License> licenses = new ArrayList<>();
        array.forEach(license -> licenses.add(new License(
                license.path("skuPartNumber").asText(),
                license.path("skuId").asText(null),
                license.path("units").asInt())));
        return licenses;
    }

    /**
     * Fills a new tenant. Nothing is audited, and nothing enters the change sequence.
     *
     * @param verifiedDomains beside the initial one, which stays the default
     */
    public static void seed(Session session, Instant now, List<String> verifiedDomains, List<License> licenses) {
        Tenant tenant = session.tenant();
        List<Entity> entities = new ArrayList<>();
        entities.add(organization(tenant));
        entities.add(Domains.build(tenant.initialDomain(), true, true, true));
        verifiedDomains.stream()
                .filter(name -> !name.equalsIgnoreCase(tenant.initialDomain()))
                .forEach(name -> entities.add(Domains.build(name, true, false, false)));
        licenses.forEach(license -> entities.add(sku(tenant, license)));
        DirectoryRoleTemplates.all().forEach(template -> entities.add(RoleDefinitions.builtIn(template)));
        entities.add(AuthorizationPolicy.initial());
        entities.add(globalAdministrator());
        FirstPartyApplications.servicePrincipal(FirstPartyApplications.MICROSOFT_GRAPH)
                .ifPresent(graph -> entities.add(graph.set("createdDateTime", tenant.created())));
        session.insertAll(entities);
    }

    private static Entity organization(Tenant tenant) {
        Entity organization = Entity.of(Organizations.TYPE, tenant.id())
                .set("displayName", tenant.displayName())
                .set("createdDateTime", tenant.created().truncatedTo(ChronoUnit.SECONDS))
                .set("tenantType", "AAD")
                .set("countryLetterCode", tenant.cloud().equals("china") ? "CN" : "US")
                .set("preferredLanguage", "en")
                .set("isMultipleDataLocationsForServicesEnabled", false);
        return organization.set(
                "directorySizeQuota", Json.object().put("used", 0).put("total", 300000));
    }

    private static Entity globalAdministrator() {
        DirectoryRoleTemplate template =
                DirectoryRoleTemplates.byTemplateId(Roles.GLOBAL_ADMINISTRATOR).orElseThrow();
        return Entity.of("directoryRole", Ids.random())
                .set("roleTemplateId", template.templateId())
                .set("displayName", template.displayName())
                .set("description", template.description());
    }

    private static Entity sku(Tenant tenant, License license) {
        String skuId = license.skuId() == null
                ? SkuCatalog.skuId(license.skuPartNumber())
                : license.skuId().toLowerCase(Locale.ROOT);
        String subscription = UUID.nameUUIDFromBytes(
                        (tenant.id() + skuId).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        Entity sku = Entity.of(SubscribedSkus.TYPE, tenant.id() + "_" + skuId)
                .set("accountId", tenant.id())
                .set("accountName", tenant.displayName())
                .set("appliesTo", "User")
                .set("capabilityStatus", "Enabled")
                .set("skuId", skuId)
                .set("skuPartNumber", license.skuPartNumber())
                .set("subscriptionIds", List.of(subscription));
        sku.set(
                "prepaidUnits",
                Json.object()
                        .put("enabled", license.units())
                        .put("lockedOut", 0)
                        .put("suspended", 0)
                        .put("warning", 0));
        return sku.set("servicePlans", plans(license.skuPartNumber()));
    }

    private static ArrayNode plans(String partNumber) {
        ArrayNode plans = Json.array();
        for (SkuCatalog.Plan plan : SkuCatalog.plans(partNumber)) {
            plans.addObject()
                    .put("servicePlanId", plan.id())
                    .put("servicePlanName", plan.name())
                    .put("provisioningStatus", "Success")
                    .put("appliesTo", "User");
        }
        return plans;
    }
}
