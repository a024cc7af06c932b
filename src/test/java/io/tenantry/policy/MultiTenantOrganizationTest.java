package io.tenantry.policy;

import static io.tenantry.policy.PolicyWorld.PARTNERS;
import static io.tenantry.policy.PolicyWorld.SYNC;
import static io.tenantry.policy.PolicyWorld.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantry.resource.Answer;
import io.tenantry.store.Entity;
import io.tenantry.store.Tenant;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PolicyWorld.Ephemeral.class)
class MultiTenantOrganizationTest {
    private static final String PATH = "/tenantRelationships/multiTenantOrganization";
    private static final String MEMBERS = PATH + "/tenants";
    private static final String MEMBER = MEMBERS + "/{}";
    private static final String JOIN = PATH + "/joinRequest";
    private static final String TEMPLATES = "/policies/crossTenantAccessPolicy/templates/";
    private static final String PARTNER_TEMPLATE = TEMPLATES + "multiTenantOrganizationPartnerConfiguration";
    private static final String SYNC_TEMPLATE = TEMPLATES + "multiTenantOrganizationIdentitySynchronization";

    @Inject
    PolicyWorld world;

    private Tenant owner;
    private Tenant other;
    private Tenant third;

    @BeforeEach
    void tenants() {
        owner = world.tenant("alderwood");
        other = world.tenant("birchline");
        third = world.tenant("cedarhall");
    }

    @Test
    void withoutOneItIsInactiveAndHasNoId() {
        Entity organization = world.get(owner, PATH, "");

        assertEquals("inactive", organization.text("state"));
        assertNull(organization.get("id"));
    }

    @Test
    void putFoundsItOnceWithTheCallerAsOwner() {
        Answer.One created = (Answer.One) world.put(owner, PATH, "", "{'displayName':'Wood'}");

        assertEquals(201, created.status());
        assertEquals("active", world.get(owner, PATH, "").text("state"));
        Entity self = world.get(owner, MEMBER, owner.id());
        assertEquals("owner", self.text("role"));
        assertEquals(owner.id(), self.text("addedByTenantId"));
        assertNull(self.get("joinedDateTime"));
        assertEquals(
                "Method not supported for update operation.",
                refused(400, () -> world.put(owner, PATH, "", "{}")).getMessage());
    }

    @Test
    void anAddedTenantIsPendingAndKnowsNothingOfItYet() {
        world.put(owner, PATH, "", "{}");
        Entity answer = add(owner, other);

        assertNull(answer.get("transitionDetails"));
        Entity listed = world.get(owner, MEMBER, other.id());
        assertEquals("pending", listed.text("state"));
        assertEquals("notStarted", listed.get("transitionDetails").get("status").asText());
        assertEquals(
                "active", listed.get("transitionDetails").get("desiredState").asText());
        assertEquals("inactive", world.get(other, PATH, "").text("state"));
        assertEquals(JoinRequests.NOBODY, world.get(other, JOIN, "").text("addedByTenantId"));
        assertEquals(
                "Tenant is already being added in Multi-Tenant Organization.",
                refused(400, () -> add(owner, other)).getMessage());
    }

    @Test
    void theRoleOfAPendingTenantChangesWhenItJoins() {
        world.put(owner, PATH, "", "{}");
        add(owner, other);
        world.patch(owner, MEMBER, other.id(), "{'role':'owner'}");

        Entity pending = world.get(owner, MEMBER, other.id());
        assertEquals("member", pending.text("role"));
        assertEquals(
                "owner", pending.get("transitionDetails").get("desiredRole").asText());

        join(other, owner);
        assertEquals("owner", world.get(owner, MEMBER, other.id()).text("role"));
        assertEquals("owner", world.get(other, JOIN, "").text("role"));
    }

    @Test
    void aTenantThatJoinsSeesTheSameOrganizationUnderItsOwnId() {
        found(other, third);

        for (Tenant tenant : List.of(owner, other, third)) {
            assertEquals("Wood", world.get(tenant, PATH, "").text("displayName"));
            assertEquals("active", world.get(tenant, MEMBER, third.id()).text("state"));
            assertEquals(PolicyWorld.NOW, world.get(tenant, MEMBER, other.id()).instant("joinedDateTime"));
        }
        assertNotEquals(
                world.get(owner, PATH, "").id(), world.get(other, PATH, "").id());
        assertEquals("active", world.get(other, JOIN, "").text("memberState"));
        assertNull(world.get(other, JOIN, "").get("transitionDetails"));
    }

    @Test
    void membersHoldPartnerConfigurationsForEachOther() {
        world.post(owner, PARTNERS, "{'tenantId':'" + other.id() + "'}");
        found(other, third);

        assertTrue(isFellow(owner, other));
        assertTrue(isFellow(other, owner));
        assertTrue(isFellow(other, third));
        assertTrue(isFellow(third, other));
        refused(400, () -> world.delete(owner, PARTNERS + "/{}", other.id()));
    }

    @Test
    void templatesFillNewPartnersAndExistingOnesByTheirLevel() {
        world.patch(
                owner,
                PARTNER_TEMPLATE,
                "",
                "{'templateApplicationLevel':'newPartners','automaticUserConsentSettings':{'inboundAllowed':true}}");
        world.patch(owner, SYNC_TEMPLATE, "", "{'userSyncInbound':{'isSyncAllowed':true}}");
        world.post(owner, PARTNERS, "{'tenantId':'" + other.id() + "'}");
        found(other, third);

        assertFalse(world.effective(owner, other.id()).consentsInbound());
        assertTrue(world.effective(owner, third.id()).consentsInbound());
        assertTrue(world.inbound(owner, other.id()).usersAllowed());
        assertTrue(world.inbound(owner, third.id()).usersAllowed());
        refused(404, () -> world.get(other, SYNC, owner.id()));
    }

    @Test
    void aTemplateIsClearedByItsReset() {
        world.patch(
                owner, PARTNER_TEMPLATE, "", "{'templateApplicationLevel':'','inboundTrust':{'isMfaAccepted':true}}");
        assertEquals("none", world.get(owner, PARTNER_TEMPLATE, "").text("templateApplicationLevel"));

        world.act(owner, PARTNER_TEMPLATE, "", PolicyObjects.PARTNER_TEMPLATE, "resetToDefaultSettings");

        Entity template = world.get(owner, PARTNER_TEMPLATE, "");
        assertEquals("newPartners,existingPartners", template.text("templateApplicationLevel"));
        assertNull(template.get("inboundTrust"));
    }

    @Test
    void aTenantThatNobodyAddedFailsToJoinUntilItsRequestIsReset() {
        world.put(owner, PATH, "", "{}");
        join(other, owner);

        Entity request = world.get(other, JOIN, "");
        assertEquals("pending", request.text("memberState"));
        assertEquals("failed", request.get("transitionDetails").get("status").asText());

        world.patch(other, JOIN, "", "{'addedByTenantId':'" + JoinRequests.NOBODY + "'}");
        assertNull(world.get(other, JOIN, "").get("transitionDetails"));
    }

    @Test
    void aTenantBelongsToOneOrganizationOnly() {
        found(other);
        world.put(third, PATH, "", "{}");
        add(third, other);
        join(other, third);

        assertEquals(
                "failed",
                world.get(other, JOIN, "")
                        .get("transitionDetails")
                        .get("status")
                        .asText());
        assertEquals("pending", world.get(third, MEMBER, other.id()).text("state"));
    }

    @Test
    void onlyOwnersRuleIt() {
        found(other);

        refused(403, () -> add(other, third));
        refused(403, () -> world.patch(other, MEMBER, owner.id(), "{'role':'member'}"));
        refused(403, () -> world.patch(other, PATH, "", "{'displayName':'x'}"));
        refused(403, () -> world.delete(other, MEMBER, owner.id()));
        refused(404, () -> add(third, other));
    }

    @Test
    void aChangedNameShowsInEveryTenant() {
        found(other);
        world.patch(owner, PATH, "", "{'displayName':'Timber','description':null}");

        assertEquals("Timber", world.get(other, PATH, "").text("displayName"));
    }

    @Test
    void aMemberMayLeaveAndIsForgottenEverywhere() {
        found(other, third);
        world.delete(other, MEMBER, other.id());

        assertEquals("inactive", world.get(other, PATH, "").text("state"));
        assertEquals(JoinRequests.NOBODY, world.get(other, JOIN, "").text("addedByTenantId"));
        assertEquals(
                "Directory_ObjectNotFound",
                refused(404, () -> world.get(third, MEMBER, other.id())).code());
        assertEquals(
                "Request_ResourceNotFound",
                refused(404, () -> world.delete(owner, MEMBER, other.id())).code());
        assertFalse(isFellow(owner, other));
        assertFalse(isFellow(other, third));
        assertTrue(isFellow(owner, third));
    }

    @Test
    void theLastOwnerStaysWhileOthersDoAndTakesItAlongAtTheEnd() {
        found(other);
        refused(400, () -> world.delete(owner, MEMBER, owner.id()));
        refused(400, () -> world.patch(owner, MEMBER, owner.id(), "{'role':'member'}"));

        world.delete(owner, MEMBER, other.id());
        add(owner, third);
        world.delete(owner, MEMBER, owner.id());

        assertEquals("inactive", world.get(owner, PATH, "").text("state"));
        world.put(owner, PATH, "", "{}");
        assertEquals(
                List.of(owner.id()),
                world.in(owner, s -> OrganizationCopy.in(s).orElseThrow().activeTenants()));
        assertEquals(
                "Directory_ObjectNotFound",
                refused(404, () -> world.get(owner, MEMBER, third.id())).code());
    }

    @Test
    void anOwnerMayGoWhereAnotherRemains() {
        found(other);
        world.patch(owner, MEMBER, other.id(), "{'role':'owner'}");
        world.delete(owner, MEMBER, owner.id());

        assertEquals("active", world.get(other, PATH, "").text("state"));
    }

    @Test
    void tenantsAreFoundByIdAndByDomainInAnyCase() {
        var byId = (Answer.Value) world.function(owner, "findTenantInformationByTenantId", "tenantId", other.id());
        var byDomain = (Answer.Value) world.function(
                owner,
                "findTenantInformationByDomainName",
                "domainName",
                other.initialDomain().toUpperCase(java.util.Locale.ROOT));

        assertEquals(byId.value(), byDomain.value());
        assertEquals(
                other.initialDomain(), byId.value().get("defaultDomainName").asText());
        assertTrue(byId.value().get("federationBrandName").isNull());
        refused(400, () -> world.function(owner, "findTenantInformationByTenantId", "tenantId", "x"));
        refused(404, () -> world.function(owner, "findTenantInformationByDomainName", "domainName", "x.example"));
    }

    private void found(Tenant... members) {
        world.put(owner, PATH, "", "{'displayName':'Wood'}");
        for (Tenant member : members) {
            add(owner, member);
            join(member, owner);
        }
    }

    private Entity add(Tenant by, Tenant added) {
        return world.post(by, MEMBERS, "{'tenantId':'" + added.id() + "','displayName':'" + added.displayName() + "'}");
    }

    private void join(Tenant joiner, Tenant addedBy) {
        world.patch(joiner, JOIN, "", "{'addedByTenantId':'" + addedBy.id() + "'}");
    }

    private boolean isFellow(Tenant in, Tenant partner) {
        return world.get(in, PARTNERS + "/{}", partner.id()).flag("isInMultiTenantOrganization");
    }
}
