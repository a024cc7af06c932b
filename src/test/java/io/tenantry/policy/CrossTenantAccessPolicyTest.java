package io.tenantry.policy;

import static io.tenantry.policy.PolicyWorld.POLICY;
import static io.tenantry.policy.PolicyWorld.done;
import static io.tenantry.policy.PolicyWorld.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.store.Tenant;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The policy itself and its default configuration. */
@QuarkusTest
class CrossTenantAccessPolicyTest {
    private static final String DEFAULT = POLICY + "/default";

    @Inject
    PolicyWorld world;

    private Tenant tenant;

    @BeforeEach
    void tenant() {
        tenant = world.tenant("birchline");
    }

    @Test
    void cloudsAreReplacedAndTheNameStays() {
        done(world.patch(
                tenant, POLICY, "{'allowedCloudEndpoints':['microsoftonline.us','partner.microsoftonline.cn']}"));
        done(world.patch(tenant, POLICY, "{'allowedCloudEndpoints':[]}"));

        world.get(tenant, POLICY)
                .statusCode(200)
                .body("displayName", is("CrossTenantAccessPolicy for " + tenant.id()))
                .body("allowedCloudEndpoints", empty());
    }

    @Test
    void onlyKnownCloudsAreTaken() {
        refused(world.patch(tenant, POLICY, "{'allowedCloudEndpoints':['cloud.invalid']}"), 400, "Request_BadRequest");
        refused(world.patch(tenant, POLICY, "{'allowedCloudEndpoints':null}"), 400, "Request_BadRequest");
    }

    @Test
    void thePolicyStaysBelow25KB() {
        String name = "x".repeat(25 * 1024);

        refused(world.patch(tenant, POLICY, "{'displayName':'" + name + "'}"), 400, "Request_BadRequest");
    }

    @Test
    void theDefaultIsTheServicesUntilItIsPatchedAndAgainAfterItsReset() {
        String id = world.get(tenant, DEFAULT)
                .body("isServiceDefault", is(true))
                .body("b2bDirectConnectInbound.applications.accessType", is("blocked"))
                .extract()
                .path("id");
        done(world.patch(tenant, DEFAULT, "{'inboundTrust':{'isMfaAccepted':true}}"));

        world.get(tenant, DEFAULT)
                .body("isServiceDefault", is(false))
                .body("inboundTrust.isMfaAccepted", is(true))
                .body("inboundTrust.isCompliantDeviceAccepted", is(false));

        done(world.act(tenant, DEFAULT + "/resetToSystemDefault"));
        world.get(tenant, DEFAULT)
                .body("id", is(id))
                .body("isServiceDefault", is(true))
                .body("inboundTrust.isMfaAccepted", is(false));
    }

    @Test
    void theDefaultIsNotTheServicesEvenWhenItSaysTheSame() {
        done(world.patch(tenant, DEFAULT, "{'inboundTrust':{'isMfaAccepted':false}}"));

        world.get(tenant, DEFAULT).body("isServiceDefault", is(false));
    }

    @Test
    void theDefaultNeverConsents() {
        refused(
                world.patch(tenant, DEFAULT, "{'automaticUserConsentSettings':{'inboundAllowed':true}}"),
                400,
                "Request_BadRequest");
        done(world.patch(
                tenant, DEFAULT, "{'automaticUserConsentSettings':{'inboundAllowed':false,'outboundAllowed':false}}"));

        world.get(tenant, DEFAULT).body("automaticUserConsentSettings.inboundAllowed", is(false));
    }

    @Test
    void nullOnTheDefaultBringsTheSystemValueBack() {
        world.patch(tenant, DEFAULT, "{'inboundTrust':{'isMfaAccepted':true},'b2bDirectConnectInbound':null}");
        done(world.patch(tenant, DEFAULT, "{'inboundTrust':null}"));

        world.get(tenant, DEFAULT)
                .body("inboundTrust", notNullValue())
                .body("inboundTrust.isMfaAccepted", is(false))
                .body("b2bDirectConnectInbound.usersAndGroups.accessType", is("blocked"));
    }
}
