package io.tenantry.policy;

import static io.tenantry.policy.PolicyWorld.NOT_FOUND;
import static io.tenantry.policy.PolicyWorld.PARTNERS;
import static io.tenantry.policy.PolicyWorld.POLICY;
import static io.tenantry.policy.PolicyWorld.done;
import static io.tenantry.policy.PolicyWorld.partner;
import static io.tenantry.policy.PolicyWorld.refused;
import static io.tenantry.policy.PolicyWorld.sync;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.store.Tenant;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MultiTenantOrganizationTest {
    private static final String PATH = "/v1.0/tenantRelationships/multiTenantOrganization";
    private static final String MEMBERS = PATH + "/tenants";
    private static final String JOIN = PATH + "/joinRequest";
    private static final String PARTNER_TEMPLATE = POLICY + "/templates/multiTenantOrganizationPartnerConfiguration";
    private static final String SYNC_TEMPLATE = POLICY + "/templates/multiTenantOrganizationIdentitySynchronization";
    private static final String BAD_REQUEST = "Request_BadRequest";
    private static final String DENIED = "Authorization_RequestDenied";

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
    void withoutOneItIsInactive() {
        world.get(owner, PATH)
                .statusCode(200)
                .body("state", is("inactive"))
                .body("createdDateTime", nullValue())
                .body("$", not(hasKey("id")));
        world.get(owner, MEMBERS).statusCode(200).body("value.size()", is(0));
    }

    @Test
    void putFoundsItOnceWithTheCallerAsOwner() {
        world.put(owner, PATH, "{'displayName':'Wood'}")
                .statusCode(201)
                .body("'@odata.context'", endsWith("#tenantRelationships/multiTenantOrganization/$entity"))
                .body("state", is("active"))
                .body("createdDateTime", notNullValue());
        world.get(owner, member(owner))
                .body("role", is("owner"))
                .body("addedByTenantId", is(owner.id()))
                .body("joinedDateTime", nullValue());

        ValidatableResponse again = world.put(owner, PATH, "{'displayName':'Wood'}");
        refused(again, 400, BAD_REQUEST);
        again.body("error.message", is("Method not supported for update operation."));
    }

    @Test
    void anAddedTenantIsPendingAndKnowsNothingOfItYet() {
        world.put(owner, PATH, "{}");
        add(owner, other).statusCode(201).body("state", is("pending")).body("transitionDetails", nullValue());

        world.get(owner, member(other))
                .body("transitionDetails.status", is("notStarted"))
                .body("transitionDetails.desiredState", is("active"))
                .body("transitionDetails.desiredRole", is("member"));
        world.get(other, PATH).body("state", is("inactive"));
        world.get(other, JOIN).body("addedByTenantId", is(JoinRequests.NOBODY)).body("memberState", nullValue());
        add(owner, other)
                .statusCode(400)
                .body("error.message", is("Tenant is already being added in Multi-Tenant Organization."));
    }

    @Test
    void aTenantIsAddedWithItsIdAndItsName() {
        world.put(owner, PATH, "{}");

        refused(world.post(owner, MEMBERS, "{'displayName':'x'}"), 400, BAD_REQUEST);
        refused(world.post(owner, MEMBERS, "{'tenantId':'" + other.id() + "'}"), 400, BAD_REQUEST);
    }

    @Test
    void theRoleOfAPendingTenantChangesWhenItJoins() {
        world.put(owner, PATH, "{}");
        add(owner, other);
        done(world.patch(owner, member(other), "{'role':'owner'}"));

        world.get(owner, member(other)).body("role", is("member")).body("transitionDetails.desiredRole", is("owner"));
        join(other, owner);
        world.get(owner, member(other)).body("role", is("owner"));
        world.get(other, JOIN).body("role", is("owner"));
    }

    @Test
    void aTenantThatJoinsSeesTheSameOrganizationUnderItsOwnId() {
        found(other, third);

        for (Tenant tenant : List.of(owner, other, third)) {
            world.get(tenant, PATH).body("displayName", is("Wood")).body("state", is("active"));
            world.get(tenant, MEMBERS).body("value.state", contains("active", "active", "active"));
            world.get(tenant, member(other)).body("joinedDateTime", notNullValue());
        }
        String id = world.get(owner, PATH).extract().path("id");
        world.get(other, PATH).body("id", not(id));
        world.get(other, JOIN)
                .body("addedByTenantId", is(owner.id()))
                .body("memberState", is("active"))
                .body("role", is("member"))
                .body("transitionDetails", nullValue());
    }

    @Test
    void membersHoldPartnerConfigurationsForEachOther() {
        world.post(owner, PARTNERS, "{'tenantId':'" + other.id() + "'}");
        found(other, third);

        assertFellows(owner, other, true);
        assertFellows(other, owner, true);
        assertFellows(other, third, true);
        assertFellows(third, other, true);
        refused(world.delete(owner, partner(other)), 400, BAD_REQUEST);
    }

    @Test
    void templatesFillNewPartnersAndExistingOnesByTheirLevel() {
        done(world.patch(
                owner,
                PARTNER_TEMPLATE,
                "{'templateApplicationLevel':'newPartners','automaticUserConsentSettings':{'inboundAllowed':true}}"));
        done(world.patch(owner, SYNC_TEMPLATE, "{'userSyncInbound':{'isSyncAllowed':true}}"));
        world.post(owner, PARTNERS, "{'tenantId':'" + other.id() + "'}");
        found(other, third);

        assertFalse(world.effective(owner, other).consentsInbound());
        assertTrue(world.effective(owner, third).consentsInbound());
        assertTrue(world.inbound(owner, other).usersAllowed());
        assertTrue(world.inbound(owner, third).usersAllowed());
        refused(world.get(other, sync(owner)), 404, NOT_FOUND);
    }

    @Test
    void aTemplateIsSwitchedOffByAnEmptyLevelAndClearedByItsReset() {
        done(world.patch(
                owner, PARTNER_TEMPLATE, "{'templateApplicationLevel':'','inboundTrust':{'isMfaAccepted':true}}"));
        world.get(owner, PARTNER_TEMPLATE)
                .body("templateApplicationLevel", is("none"))
                .body("inboundTrust.isMfaAccepted", is(true));

        done(world.act(owner, PARTNER_TEMPLATE + "/resetToDefaultSettings"));
        world.get(owner, PARTNER_TEMPLATE)
                .body("templateApplicationLevel", is("newPartners,existingPartners"))
                .body("inboundTrust", nullValue())
                .body("automaticUserConsentSettings.inboundAllowed", nullValue());
        done(world.act(owner, SYNC_TEMPLATE + "/resetToDefaultSettings"));
    }

    @Test
    void aTenantThatNobodyAddedFailsToJoinUntilItsRequestIsReset() {
        world.put(owner, PATH, "{}");
        join(other, owner);

        world.get(other, JOIN)
                .body("memberState", is("pending"))
                .body("transitionDetails.status", is("failed"))
                .body("transitionDetails.details", is("DirectoryService Exception"));
        done(world.patch(other, JOIN, "{'addedByTenantId':'" + JoinRequests.NOBODY + "'}"));
        world.get(other, JOIN).body("transitionDetails", nullValue());
    }

    @Test
    void aTenantBelongsToOneOrganizationOnly() {
        found(other);
        world.put(third, PATH, "{}");
        add(third, other);
        join(other, third);

        world.get(other, JOIN).body("transitionDetails.status", is("failed"));
        world.get(third, member(other)).body("state", is("pending"));
    }

    @Test
    void onlyOwnersRuleIt() {
        found(other);

        refused(add(other, third), 403, DENIED);
        refused(world.patch(other, member(owner), "{'role':'member'}"), 403, DENIED);
        refused(world.patch(other, PATH, "{'displayName':'x'}"), 403, DENIED);
        refused(world.delete(other, member(owner)), 403, DENIED);
        refused(add(third, other), 404, NOT_FOUND);
    }

    @Test
    void aChangedNameShowsInEveryTenant() {
        found(other);
        done(world.patch(owner, PATH, "{'displayName':'Timber','description':null}"));

        world.get(other, PATH).body("displayName", is("Timber"));
    }

    @Test
    void aMemberMayLeaveAndIsForgottenEverywhere() {
        found(other, third);
        done(world.delete(other, member(other)));

        world.get(other, PATH).body("state", is("inactive"));
        world.get(other, JOIN).body("addedByTenantId", is(JoinRequests.NOBODY));
        refused(world.get(third, member(other)), 404, NOT_FOUND);
        refused(world.delete(owner, member(other)), 404, "Request_ResourceNotFound");
        assertFellows(owner, other, false);
        assertFellows(other, third, false);
        assertFellows(owner, third, true);
    }

    @Test
    void theLastOwnerStaysWhileOthersDoAndTakesItAlongAtTheEnd() {
        found(other);
        refused(world.delete(owner, member(owner)), 400, BAD_REQUEST);
        refused(world.patch(owner, member(owner), "{'role':'member'}"), 400, BAD_REQUEST);

        done(world.delete(owner, member(other)));
        add(owner, third);
        done(world.delete(owner, member(owner)));
        world.get(owner, PATH).body("state", is("inactive"));
        world.put(owner, PATH, "{}").statusCode(201);
        world.get(owner, MEMBERS).body("value.tenantId", contains(owner.id()));
    }

    @Test
    void anOwnerMayGoWhereAnotherRemains() {
        found(other);
        done(world.patch(owner, member(other), "{'role':'owner'}"));
        done(world.delete(owner, member(owner)));

        world.get(other, MEMBERS).body("value.tenantId", contains(other.id()));
    }

    private void found(Tenant... members) {
        world.put(owner, PATH, "{'displayName':'Wood'}");
        for (Tenant member : members) {
            add(owner, member);
            join(member, owner);
        }
    }

    private ValidatableResponse add(Tenant by, Tenant added) {
        return world.post(by, MEMBERS, "{'tenantId':'" + added.id() + "','displayName':'" + added.displayName() + "'}");
    }

    private void join(Tenant joiner, Tenant addedBy) {
        done(world.patch(joiner, JOIN, "{'addedByTenantId':'" + addedBy.id() + "'}"));
    }

    private static String member(Tenant tenant) {
        return MEMBERS + "/" + tenant.id();
    }

    private void assertFellows(Tenant in, Tenant partner, boolean expected) {
        world.get(in, partner(partner)).body("isInMultiTenantOrganization", is(expected));
    }
}
