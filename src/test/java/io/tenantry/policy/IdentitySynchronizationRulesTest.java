package io.tenantry.policy;

import static io.tenantry.policy.PolicyWorld.NOT_FOUND;
import static io.tenantry.policy.PolicyWorld.PARTNERS;
import static io.tenantry.policy.PolicyWorld.done;
import static io.tenantry.policy.PolicyWorld.refused;
import static io.tenantry.policy.PolicyWorld.sync;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.store.Tenant;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdentitySynchronizationRulesTest {
    private static final String ALLOW_USERS = "{'userSyncInbound':{'isSyncAllowed':true}}";

    @Inject
    PolicyWorld world;

    private Tenant target;
    private Tenant source;

    @BeforeEach
    void partner() {
        target = world.tenant("birchline");
        source = world.tenant("alderwood");
        world.post(target, PARTNERS, "{'tenantId':'" + source.id() + "'}");
    }

    @Test
    void putCreatesAPolicyWithoutId() {
        done(world.put(target, sync(source).replace(source.id(), source.id().toUpperCase(Locale.ROOT)), ALLOW_USERS));

        world.get(target, sync(source))
                .statusCode(200)
                .body("'@odata.context'", endsWith("partners('" + source.id() + "')/identitySynchronization/$entity"))
                .body("tenantId", is(source.id()))
                .body("displayName", nullValue())
                .body("$", not(hasKey("id")));
        assertTrue(world.inbound(target, source).usersAllowed());
        assertFalse(world.inbound(target, source).groupsAllowed());
    }

    @Test
    void aSecondPutIsAConflict() {
        world.put(target, sync(source), ALLOW_USERS);

        ValidatableResponse again = world.put(target, sync(source), ALLOW_USERS);

        refused(again, 409, "Request_MultipleObjectsWithSameKeyValue");
        again.body("error.message", startsWith("A conflicting object"))
                .body("error.details[0].code", is("ConflictingObjects"));
    }

    @Test
    void deletingThenPuttingMakesItAnew() {
        done(world.put(target, sync(source), "{'displayName':'a'}"));
        done(world.delete(target, sync(source)));
        done(world.put(target, sync(source), ALLOW_USERS));

        world.get(target, sync(source)).body("displayName", nullValue());
    }

    @Test
    void whatBetaSetsSurvivesAPatchOfV1() {
        world.put(target, sync(source), "{'displayName':'a','groupSyncInbound':{'isSyncAllowed':true}}");
        String stable = sync(source).replace("/beta/", "/v1.0/");
        done(world.patch(target, stable, ALLOW_USERS));

        world.get(target, stable).body("displayName", is("a")).body("$", not(hasKey("groupSyncInbound")));
        assertTrue(world.inbound(target, source).groupsAllowed());
    }

    @Test
    void everyVerbButPutNeedsThePolicyAndPutNeedsThePartner() {
        refused(world.get(target, sync(source)), 404, NOT_FOUND);
        refused(world.patch(target, sync(source), ALLOW_USERS), 404, NOT_FOUND);
        refused(world.delete(target, sync(source)), 404, NOT_FOUND);
        refused(world.put(target, sync(target), ALLOW_USERS), 404, NOT_FOUND);
    }

    @Test
    void aTextIsNoBoolean() {
        refused(
                world.put(target, sync(source), "{'userSyncInbound':{'isSyncAllowed':'true'}}"),
                400,
                "Request_BadRequest");
    }

    @Test
    void aChangedSyncSettingIsAuditedFirst() {
        world.put(target, sync(source), "{'displayName':'a','userSyncInbound':{'isSyncAllowed':false}}");
        world.patch(target, sync(source), "{'displayName':'b','userSyncInbound':{'isSyncAllowed':true}}");

        var audit = world.audit(target, "Update a partner cross-tenant identity sync setting");
        assertEquals("CrossTenantIdentitySyncSettings", audit.text("category"));
        JsonNode first =
                audit.get("targetResources").get(0).get("modifiedProperties").get(0);
        assertEquals("{\"isSyncAllowed\":true}", first.get("newValue").asText());
        assertEquals("{\"isSyncAllowed\":false}", first.get("oldValue").asText());
    }

    @Test
    void whatIsNotSetIsNotAllowedAndStillAnObject() {
        world.put(target, sync(source), "{'userSyncInbound':{'isSyncAllowed':true}}");
        world.get(target, sync(source))
                .body("userSyncInbound.isSyncAllowed", is(true))
                .body("groupSyncInbound.isSyncAllowed", is(false))
                .body("roleEnabledGroupSyncInbound.isSyncAllowed", is(false));

        done(world.patch(target, sync(source), "{'userSyncInbound':null,'groupSyncInbound':{'isSyncAllowed':true}}"));
        world.get(target, sync(source))
                .body("userSyncInbound.isSyncAllowed", is(false))
                .body("groupSyncInbound.isSyncAllowed", is(true));
    }

    /** cross-tenant-access-policy.md §3.4. */
    @Test
    void groupsAreLetInOrNotButNothingBetween() {
        refused(
                world.put(target, sync(source), "{'groupSyncInbound':{'isSyncAllowed':null}}"),
                400,
                "Request_BadRequest");
        done(world.put(target, sync(source), "{'userSyncInbound':{'isSyncAllowed':null},'groupSyncInbound':null}"));
    }

    @Test
    void groupsThatHoldRolesAreLetInOnlyWhileGroupsAre() {
        String roleEnabled = "'roleEnabledGroupSyncInbound':{'isSyncAllowed':true}";
        refused(world.put(target, sync(source), "{" + roleEnabled + "}"), 400, "Request_BadRequest");
        world.put(target, sync(source), "{'displayName':'a'}");
        refused(world.patch(target, sync(source), "{" + roleEnabled + "}"), 400, "Request_BadRequest");
        done(world.patch(target, sync(source), "{'groupSyncInbound':{'isSyncAllowed':true}," + roleEnabled + "}"));
        world.get(target, sync(source)).body("roleEnabledGroupSyncInbound.isSyncAllowed", is(true));

        done(world.patch(target, sync(source), "{'groupSyncInbound':{'isSyncAllowed':false}}"));
        world.get(target, sync(source)).body("roleEnabledGroupSyncInbound.isSyncAllowed", is(false));
    }
}
