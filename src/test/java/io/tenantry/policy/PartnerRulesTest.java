package io.tenantry.policy;

import static io.tenantry.policy.PolicyWorld.DEFAULT;
import static io.tenantry.policy.PolicyWorld.PARTNERS;
import static io.tenantry.policy.PolicyWorld.SYNC;
import static io.tenantry.policy.PolicyWorld.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantry.resource.Answer;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Json;
import io.tenantry.store.Tenant;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PolicyWorld.Ephemeral.class)
class PartnerRulesTest {
    private static final String ONE = PARTNERS + "/{}";
    private static final String DELETED = "/policies/deletedItems/crossTenantPartners/{}";
    private static final String DELETED_SYNC = "/policies/deletedItems/crossTenantSyncPolicyPartners/{}";

    @Inject
    PolicyWorld world;

    private Tenant target;
    private String source;

    @BeforeEach
    void tenants() {
        target = world.tenant("birchline");
        source = world.tenant("alderwood").id();
    }

    @Test
    void aPartnerOfWhichOnlyTheTenantIsKnownInheritsEverything() {
        Entity partner = addPartner("");

        assertEquals(source, partner.text("tenantId"));
        assertNull(partner.get("id"));
        assertNull(partner.get("inboundTrust"));
        assertFalse(partner.flag("isInMultiTenantOrganization"));
        assertEquals(
                PolicyWorld.json("{'inboundAllowed':null,'outboundAllowed':null}"),
                partner.get("automaticUserConsentSettings"));
    }

    @Test
    void theSameTenantTwiceIsAConflict() {
        addPartner("");

        GraphError error = refused(409, () -> addPartner(""));

        assertEquals("Request_MultipleObjectsWithSameKeyValue", error.code());
        assertEquals("Another object with the same value for property tenantId already exists.", error.getMessage());
    }

    @Test
    void theKeyIsRequiredAGuidAndNotTheOwnTenant() {
        refused(400, () -> world.post(target, PARTNERS, "{}"));
        refused(400, () -> world.post(target, PARTNERS, "{'tenantId':'alderwood'}"));
        refused(
                400,
                () -> world.post(target, PARTNERS, "{'tenantId':'" + target.id().toUpperCase(Locale.ROOT) + "'}"));
    }

    @Test
    void aTenantThatNobodyKnowsIsAccepted() {
        world.post(target, PARTNERS, "{'tenantId':'00000000-1111-4222-8333-444444444444'}");
    }

    @Test
    void aMissingPartnerIsNoDirectoryObject() {
        GraphError error = refused(404, () -> world.patch(target, ONE, source, "{}"));

        assertEquals("Directory_ObjectNotFound", error.code());
        assertEquals("Unable to read the company information from the directory.", error.getMessage());
    }

    @Test
    void theKeyOfAPartnerNeverChanges() {
        addPartner("");

        refused(400, () -> world.patch(target, ONE, source, "{'tenantId':'" + target.id() + "'}"));
        world.patch(target, ONE, source, "{'tenantId':'" + source + "'}");
    }

    @Test
    void deletingAPartnerThatHoldsASyncPolicyIsRefused() {
        addPartner("");
        world.put(target, SYNC, source, "{}");

        refused(400, () -> world.delete(target, ONE, source));
        world.delete(target, SYNC, source);
        world.delete(target, ONE, source);
    }

    @Test
    void aServiceProviderCannotBeDeleted() {
        addPartner(",'isServiceProvider':true");

        refused(400, () -> world.delete(target, ONE, source));
    }

    @Test
    void aDeletedPartnerCanBeRestoredWithItsSyncPolicy() {
        addPartner(",'automaticUserConsentSettings':{'inboundAllowed':true}");
        world.put(target, SYNC, source, "{'userSyncInbound':{'isSyncAllowed':true}}");
        world.delete(target, SYNC, source);
        world.delete(target, ONE, source);
        assertTrue(world.get(target, DELETED, source).instant("deletedDateTime").equals(PolicyWorld.NOW));

        refused(404, () -> restore(DELETED_SYNC));
        Answer.One partner = (Answer.One) restore(DELETED);
        restore(DELETED_SYNC);

        assertEquals(200, partner.status());
        assertNull(partner.entity().get("deletedDateTime"));
        assertTrue(world.effective(target, source).consentsInbound());
        assertTrue(world.inbound(target, source).usersAllowed());
        refused(404, () -> world.get(target, DELETED, source));
    }

    @Test
    void aPartnerCanBeMadeAgainBesideItsDeletedOneWhichThenStaysDeleted() {
        addPartner("");
        world.delete(target, ONE, source);
        addPartner("");

        refused(409, () -> restore(DELETED));
        world.delete(target, ONE, source);
        restore(DELETED);
    }

    @Test
    void deletedItemsGoForGoodByHandOrWithTime() {
        addPartner("");
        world.delete(target, ONE, source);
        assertEquals(0, purge(0));
        assertEquals(1, purge(1));

        addPartner("");
        world.delete(target, ONE, source);
        world.delete(target, DELETED, source);
        refused(404, () -> world.get(target, DELETED, source));
        addPartner("");
        assertEquals(0, purge(1));
    }

    @Test
    void theDefaultIsTheServicesUntilItIsPatchedAndAgainAfterItsReset() {
        assertTrue(world.get(target, DEFAULT, "").flag("isServiceDefault"));
        world.patch(target, DEFAULT, "", "{'inboundTrust':{'isMfaAccepted':true}}");

        Entity changed = world.get(target, DEFAULT, "");
        assertFalse(changed.flag("isServiceDefault"));
        assertTrue(changed.get("inboundTrust").get("isMfaAccepted").asBoolean());
        assertFalse(changed.get("inboundTrust").get("isCompliantDeviceAccepted").asBoolean());

        world.act(target, DEFAULT, "", PolicyObjects.DEFAULT, "resetToSystemDefault");
        Entity reset = world.get(target, DEFAULT, "");
        assertTrue(reset.flag("isServiceDefault"));
        assertEquals(changed.id(), reset.text("id"));
        assertEquals(SystemDefault.property("inboundTrust"), reset.get("inboundTrust"));
    }

    @Test
    void theDefaultNeverConsents() {
        refused(
                400,
                () -> world.patch(target, DEFAULT, "", "{'automaticUserConsentSettings':{'inboundAllowed':true}}"));
        world.patch(
                target,
                DEFAULT,
                "",
                "{'automaticUserConsentSettings':{'inboundAllowed':false,'outboundAllowed':null}}");

        assertEquals(
                SystemDefault.property("automaticUserConsentSettings"),
                world.get(target, DEFAULT, "").get("automaticUserConsentSettings"));
    }

    @Test
    void nullOnTheDefaultBringsTheSystemValueBack() {
        world.patch(target, DEFAULT, "", "{'inboundTrust':{'isMfaAccepted':true}}");
        world.patch(target, DEFAULT, "", "{'inboundTrust':null}");

        assertEquals(
                SystemDefault.property("inboundTrust"),
                world.get(target, DEFAULT, "").get("inboundTrust"));
    }

    @Test
    void thePolicyTakesKnownCloudsAndStaysBelow25KB() {
        String path = "/policies/crossTenantAccessPolicy";
        world.patch(target, path, "", "{'allowedCloudEndpoints':['microsoftonline.us','partner.microsoftonline.cn']}");
        world.patch(target, path, "", "{'allowedCloudEndpoints':[]}");

        refused(400, () -> world.patch(target, path, "", "{'allowedCloudEndpoints':['cloud.invalid']}"));
        refused(400, () -> world.patch(target, path, "", "{'displayName':'" + "x".repeat(25 * 1024) + "'}"));
        assertEquals(
                "CrossTenantAccessPolicy for " + target.id(),
                world.get(target, path, "").text("displayName"));
    }

    @Test
    void addingAPartnerIsAuditedWithItsTenantFirst() {
        addPartner(",'inboundTrust':{'isMfaAccepted':true}");

        Entity audit = world.audits(target, "Add a partner to cross-tenant access setting")
                .get(0);
        assertEquals("CrossTenantAccessSettings", audit.text("category"));
        var first =
                audit.get("targetResources").get(0).get("modifiedProperties").get(0);
        assertEquals("tenantId", first.get("displayName").asText());
        assertEquals('"' + source + '"', first.get("newValue").asText());
    }

    @Test
    void aChangedSyncSettingIsAuditedFirst() {
        addPartner("");
        world.put(target, SYNC, source, "{'displayName':'a','userSyncInbound':{'isSyncAllowed':false}}");
        world.patch(target, SYNC, source, "{'displayName':'b','userSyncInbound':{'isSyncAllowed':true}}");

        Entity audit = world.audits(target, "Update a partner cross-tenant identity sync setting")
                .get(0);
        assertEquals("CrossTenantIdentitySyncSettings", audit.text("category"));
        var first =
                audit.get("targetResources").get(0).get("modifiedProperties").get(0);
        assertEquals("{\"isSyncAllowed\":true}", first.get("newValue").asText());
        assertEquals(
                Json.parse("{\"isSyncAllowed\":false}"),
                Json.parse(first.get("oldValue").asText()));
    }

    private Entity addPartner(String settings) {
        return world.post(target, PARTNERS, "{'tenantId':'" + source + "'" + settings + "}");
    }

    private Answer restore(String template) {
        return world.act(target, template, source, "policyDeletableItem", "restore");
    }

    private int purge(int secondsAfterDeletion) {
        return world.in(
                target,
                session ->
                        DeletedPolicyItems.purgeOlderThan(session, PolicyWorld.NOW.plusSeconds(secondsAfterDeletion)));
    }
}
