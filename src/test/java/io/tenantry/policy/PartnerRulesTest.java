package io.tenantry.policy;

import static io.tenantry.policy.PolicyWorld.NOT_FOUND;
import static io.tenantry.policy.PolicyWorld.PARTNERS;
import static io.tenantry.policy.PolicyWorld.done;
import static io.tenantry.policy.PolicyWorld.partner;
import static io.tenantry.policy.PolicyWorld.refused;
import static io.tenantry.policy.PolicyWorld.sync;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.store.Tenant;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartnerRulesTest {
    @Inject
    PolicyWorld world;

    private Tenant target;
    private Tenant source;

    @BeforeEach
    void tenants() {
        target = world.tenant("birchline");
        source = world.tenant("alderwood");
    }

    @Test
    void aPartnerOfWhichOnlyTheTenantIsKnownInheritsEverything() {
        addPartner("")
                .statusCode(201)
                .body("'@odata.context'", endsWith("#policies/crossTenantAccessPolicy/partners/$entity"))
                .body("tenantId", is(source.id()))
                .body("$", not(hasKey("id")))
                .body("$", hasKey("inboundTrust"))
                .body("inboundTrust", nullValue())
                .body("isInMultiTenantOrganization", is(false))
                .body("automaticUserConsentSettings", hasKey("inboundAllowed"))
                .body("automaticUserConsentSettings.inboundAllowed", nullValue());
    }

    /** A backup is restored by creating what was read. */
    @Test
    void aPartnerThatWasReadIsCreatedAgainAsItIs() {
        addPartner(",'inboundTrust':{'isMfaAccepted':true}");
        String partner = partner(source);
        JsonNode kept = read(partner);
        done(world.delete(target, partner));

        world.post(target, PARTNERS, kept.toString()).statusCode(201).body("inboundTrust.isMfaAccepted", is(true));

        assertEquals(kept, read(partner));
    }

    @Test
    void noPartnerIsMadeAMemberOfAnOrganizationByItsCreation() {
        refused(addPartner(",'isInMultiTenantOrganization':true"), 400, "Request_BadRequest");
    }

    @Test
    void theSameTenantTwiceIsAConflict() {
        addPartner("");

        ValidatableResponse again = addPartner("");

        refused(again, 409, "Request_MultipleObjectsWithSameKeyValue");
        again.body("error.message", is("Another object with the same value for property tenantId already exists."));
    }

    @Test
    void theKeyIsRequiredAGuidAndNotTheOwnTenant() {
        refused(world.post(target, PARTNERS, "{}"), 400, "Request_BadRequest");
        refused(world.post(target, PARTNERS, "{'tenantId':'alderwood'}"), 400, "Request_BadRequest");
        String own = target.id().toUpperCase(Locale.ROOT);
        refused(world.post(target, PARTNERS, "{'tenantId':'" + own + "'}"), 400, "Request_BadRequest");
    }

    @Test
    void aTenantThatNobodyKnowsIsAccepted() {
        world.post(target, PARTNERS, "{'tenantId':'00000000-1111-4222-8333-444444444444'}")
                .statusCode(201);
    }

    @Test
    void namesOfPropertiesAreComparedWithCase() {
        addPartner(",'b2BCollaborationInbound':null")
                .statusCode(400)
                .body("error.message", is("Invalid property 'b2BCollaborationInbound'."));
    }

    @Test
    void everyVerbAnswersTheSameForATenantThatIsNoPartner() {
        refused(world.get(target, partner(source)), 404, NOT_FOUND);
        refused(world.patch(target, partner(source), "{'inboundTrust':null}"), 404, NOT_FOUND);
        refused(world.delete(target, partner(source)), 404, NOT_FOUND);
    }

    @Test
    void theTutorialsPatchKeepsTheOtherLeafAndClearsTheTrust() {
        addPartner(",'inboundTrust':{'isMfaAccepted':true},'automaticUserConsentSettings':{'outboundAllowed':false}");

        done(world.patch(
                target,
                partner(source),
                "{'inboundTrust':null,'automaticUserConsentSettings':{'inboundAllowed':true}}"));

        world.get(target, partner(source))
                .body("inboundTrust", nullValue())
                .body("automaticUserConsentSettings.inboundAllowed", is(true))
                .body("automaticUserConsentSettings.outboundAllowed", is(false));
    }

    @Test
    void theKeyOfAPartnerNeverChanges() {
        addPartner("");

        refused(world.patch(target, partner(source), "{'tenantId':'" + target.id() + "'}"), 400, "Request_BadRequest");
        done(world.patch(target, partner(source), "{'tenantId':'" + source.id() + "'}"));
    }

    @Test
    void partnersAreListedWithTheirSyncPolicyWhereThereIsOne() {
        Tenant third = world.tenant("cedarhall");
        addPartner("");
        world.post(target, PARTNERS, "{'tenantId':'" + third.id() + "'}");
        world.put(target, sync(third), "{'userSyncInbound':{'isSyncAllowed':false}}");

        world.get(target, PARTNERS + "?$select=tenantId&$expand=identitySynchronization")
                .statusCode(200)
                .body("value.tenantId", containsInAnyOrder(source.id(), third.id()))
                .body("value.find{it.tenantId=='" + source.id() + "'}.identitySynchronization", nullValue())
                .body(
                        "value.find{it.tenantId=='" + third.id()
                                + "'}.identitySynchronization.userSyncInbound.isSyncAllowed",
                        is(false));
    }

    @Test
    void deletingAPartnerThatHoldsASyncPolicyIsRefused() {
        addPartner("");
        world.put(target, sync(source), "{}");

        refused(world.delete(target, partner(source)), 400, "Request_BadRequest");
        done(world.delete(target, sync(source)));
        done(world.delete(target, partner(source)));
        refused(world.get(target, partner(source)), 404, NOT_FOUND);
    }

    @Test
    void aServiceProviderCannotBeDeleted() {
        addPartner(",'isServiceProvider':true");

        refused(world.delete(target, partner(source)), 400, "Request_BadRequest");
    }

    @Test
    void addingAPartnerIsAuditedWithItsTenantFirst() {
        addPartner(",'inboundTrust':{'isMfaAccepted':true}");

        JsonNode first = firstModified("Add a partner to cross-tenant access setting", "CrossTenantAccessSettings");
        assertEquals("tenantId", first.get("displayName").asText());
        assertEquals('"' + source.id() + '"', first.get("newValue").asText());
    }

    @Test
    void aChangedSettingIsAuditedFirst() {
        addPartner("");
        world.patch(target, partner(source), "{'blockServiceProviderOutboundAccess':true}");

        JsonNode first = firstModified("Update a partner cross-tenant access setting", "CrossTenantAccessSettings");
        assertEquals(
                "blockServiceProviderOutboundAccess", first.get("displayName").asText());
        assertEquals("true", first.get("newValue").asText());
    }

    private JsonNode read(String path) {
        return world.get(target, path).statusCode(200).extract().as(JsonNode.class);
    }

    private JsonNode firstModified(String activity, String category) {
        var audit = world.audit(target, activity);
        assertEquals(category, audit.text("category"));
        JsonNode resource = audit.get("targetResources").get(0);
        assertEquals("Policy", resource.get("type").asText());
        return resource.get("modifiedProperties").get(0);
    }

    private ValidatableResponse addPartner(String settings) {
        return world.post(target, PARTNERS, "{'tenantId':'" + source.id() + "'" + settings + "}");
    }
}
