package io.tenantry.policy;

import static io.tenantry.policy.PolicyWorld.PARTNERS;
import static io.tenantry.policy.PolicyWorld.done;
import static io.tenantry.policy.PolicyWorld.refused;
import static io.tenantry.policy.PolicyWorld.sync;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantry.OtherSettings;
import io.tenantry.store.Tenant;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The switches of {@link PolicyConfig}, both thrown. */
@QuarkusTest
@TestProfile(OtherSettings.class)
class PolicyConfigTest {
    @Inject
    PolicyWorld world;

    @Test
    void aSecondPutReplacesAndUnknownTenantsAreRefused() {
        Tenant target = world.tenant("birchline");
        Tenant source = world.tenant("alderwood");
        world.post(target, PARTNERS, "{'tenantId':'" + source.id() + "'}").statusCode(201);
        done(world.put(target, sync(source), "{'displayName':'a','userSyncInbound':{'isSyncAllowed':true}}"));
        done(world.put(target, sync(source), "{'userSyncInbound':{'isSyncAllowed':false}}"));

        world.get(target, sync(source))
                .body("displayName", nullValue())
                .body("userSyncInbound.isSyncAllowed", is(false));
        refused(
                world.post(target, PARTNERS, "{'tenantId':'00000000-1111-4222-8333-444444444444'}"),
                400,
                "Request_BadRequest");
    }
}
