package io.tenantry.policy;

import static io.tenantry.policy.PolicyWorld.NOT_FOUND;
import static io.tenantry.policy.PolicyWorld.PARTNERS;
import static io.tenantry.policy.PolicyWorld.done;
import static io.tenantry.policy.PolicyWorld.refused;
import static io.tenantry.policy.PolicyWorld.sync;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.store.Tenant;
import io.tenantry.time.VirtualClock;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeletedPolicyItemRulesTest {
    private static final String DELETED = "/beta/policies/deletedItems";
    private static final String DELETED_PARTNERS = DELETED + "/crossTenantPartners";

    @Inject
    PolicyWorld world;

    @Inject
    VirtualClock clock;

    private Tenant target;
    private Tenant source;
    private String deletedPartner;
    private String deletedSync;

    @BeforeEach
    void partner() {
        target = world.tenant("birchline");
        source = world.tenant("alderwood");
        deletedPartner = DELETED_PARTNERS + "/" + source.id();
        deletedSync = DELETED + "/crossTenantSyncPolicyPartners/" + source.id();
        addPartner();
    }

    @Test
    void whatIsDeletedIsListedWithItsTime() {
        world.get(target, DELETED_PARTNERS).statusCode(200).body("value", empty());
        done(world.delete(target, PolicyWorld.partner(source)));

        world.get(target, DELETED_PARTNERS).body("value.tenantId", contains(source.id()));
        world.get(target, deletedPartner).statusCode(200).body("deletedDateTime", notNullValue());
        world.get(target, PARTNERS).body("value", empty());
    }

    @Test
    void aPartnerIsRestoredBeforeItsSyncPolicy() {
        world.put(target, sync(source), "{'userSyncInbound':{'isSyncAllowed':true}}");
        world.delete(target, sync(source));
        world.delete(target, PolicyWorld.partner(source));

        refused(world.act(target, deletedSync + "/restore"), 404, NOT_FOUND);
        world.act(target, deletedPartner + "/restore")
                .statusCode(200)
                .body("tenantId", is(source.id()))
                .body("deletedDateTime", nullValue());
        world.act(target, deletedSync + "/restore").statusCode(200);

        assertTrue(world.effective(target, source).consentsInbound());
        assertTrue(world.inbound(target, source).usersAllowed());
        refused(world.get(target, deletedPartner), 404, NOT_FOUND);
    }

    @Test
    void aPartnerMadeAgainKeepsTheDeletedOneFromBeingRestored() {
        world.delete(target, PolicyWorld.partner(source));
        addPartner();

        refused(world.act(target, deletedPartner + "/restore"), 409, "Request_MultipleObjectsWithSameKeyValue");
        done(world.delete(target, PolicyWorld.partner(source)));
        world.act(target, deletedPartner + "/restore").statusCode(200);
    }

    @Test
    void aDeletedItemIsDeletedForGoodByHand() {
        world.delete(target, PolicyWorld.partner(source));
        done(world.delete(target, deletedPartner));

        refused(world.get(target, deletedPartner), 404, NOT_FOUND);
    }

    @Test
    void purgingLeavesWhatLivesAndWhatIsYoung() {
        world.delete(target, PolicyWorld.partner(source));
        assertEquals(0, world.purge(target, clock.now().minusSeconds(60)));
        assertEquals(1, world.purge(target, clock.now().plusSeconds(60)));

        addPartner();
        assertEquals(0, world.purge(target, clock.now().plusSeconds(60)));
    }

    private void addPartner() {
        world.post(
                        target,
                        PARTNERS,
                        "{'tenantId':'" + source.id() + "','automaticUserConsentSettings':{'inboundAllowed':true}}")
                .statusCode(201);
    }
}
