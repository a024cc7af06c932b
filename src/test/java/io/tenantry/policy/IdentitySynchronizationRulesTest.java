package io.tenantry.policy;

import static io.tenantry.policy.PolicyWorld.PARTNERS;
import static io.tenantry.policy.PolicyWorld.SYNC;
import static io.tenantry.policy.PolicyWorld.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Tenant;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PolicyWorld.Ephemeral.class)
class IdentitySynchronizationRulesTest {
    @Inject
    PolicyWorld world;

    private Tenant target;
    private String source;

    @BeforeEach
    void partner() {
        target = world.tenant("birchline");
        source = world.tenant("alderwood").id();
        world.post(target, PARTNERS, "{'tenantId':'" + source + "'}");
    }

    @Test
    void putCreatesAPolicyWithoutId() {
        world.put(target, SYNC, source.toUpperCase(Locale.ROOT), "{'userSyncInbound':{'isSyncAllowed':true}}");

        Entity policy = world.get(target, SYNC, source);
        assertEquals(source, policy.text("tenantId"));
        assertNull(policy.get("id"));
        assertNull(policy.get("displayName"));
        assertTrue(world.inbound(target, source).usersAllowed());
        assertFalse(world.inbound(target, source).groupsAllowed());
    }

    @Test
    void aSecondPutIsAConflict() {
        world.put(target, SYNC, source, "{}");

        GraphError error = refused(409, () -> world.put(target, SYNC, source, "{}"));

        assertEquals("Request_MultipleObjectsWithSameKeyValue", error.code());
        assertEquals("ConflictingObjects", error.details().get(0).code());
        assertEquals(error.getMessage(), error.details().get(0).message());
    }

    @Test
    void deletingThenPuttingMakesItAnew() {
        world.put(target, SYNC, source, "{'displayName':'a'}");
        world.delete(target, SYNC, source);
        world.put(target, SYNC, source, "{}");

        assertNull(world.get(target, SYNC, source).get("displayName"));
    }

    @Test
    void patchKeepsWhatItDoesNotName() {
        world.put(target, SYNC, source, "{'displayName':'a','groupSyncInbound':{'isSyncAllowed':true}}");
        world.patch(target, SYNC, source, "{'userSyncInbound':{'isSyncAllowed':false}}");

        Entity policy = world.get(target, SYNC, source);
        assertEquals("a", policy.text("displayName"));
        assertTrue(world.inbound(target, source).groupsAllowed());
    }

    @Test
    void everyVerbButPutNeedsThePolicyAndPutNeedsThePartner() {
        assertNotFound(() -> world.get(target, SYNC, source));
        assertNotFound(() -> world.patch(target, SYNC, source, "{}"));
        assertNotFound(() -> world.delete(target, SYNC, source));
        assertNotFound(() -> world.put(target, SYNC, target.id(), "{}"));
    }

    private static void assertNotFound(org.junit.jupiter.api.function.Executable call) {
        assertEquals("Directory_ObjectNotFound", refused(404, call).code());
    }
}
