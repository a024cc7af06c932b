package io.tenantry.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;

/** {@code GET …/cross-tenant-access} of the control API. */
@QuarkusTest
class AccessMatrixHttpTest implements TwoTenants {
    private static final String POLICY = "/v1.0/policies/crossTenantAccessPolicy";

    private static ValidatableResponse matrix() {
        return given().get("/_tenantry/tenants/target/cross-tenant-access")
                .then()
                .statusCode(200);
    }

    private static String of(int row, String path, String member) {
        return "[" + row + "].settings.find{it.path=='" + path + "'}." + member;
    }

    @Test
    void withoutPartnersTheSystemHoldsForEverybody() {
        matrix().body("size()", is(1))
                .body("[0].partner", nullValue())
                .body("[0].settings.source", everyItem(is("system")))
                .body(of(0, "b2bCollaborationInbound.usersAndGroups", "value.accessType"), is("allowed"))
                .body(of(0, "identitySynchronization.userSyncInbound.isSyncAllowed", "value"), is(false));
    }

    @Test
    void eachValueSaysWhoseItIs() {
        TARGET.patch(POLICY + "/default", "{'inboundTrust':{'isMfaAccepted':true}}");
        TARGET.post(POLICY + "/partners", "{'tenantId':'" + SOURCE_ID + "'}");
        TARGET.patch(
                POLICY + "/partners/" + SOURCE_ID,
                "{'inboundTrust':{'isCompliantDeviceAccepted':true},'b2bDirectConnectInbound':{'usersAndGroups':"
                        + "{'accessType':'allowed','targets':[{'target':'AllUsers','targetType':'user'}]}}}");
        TARGET.put(
                POLICY + "/partners/" + SOURCE_ID + "/identitySynchronization",
                "{'userSyncInbound':{'isSyncAllowed':true}}");
        matrix().body("[1].partner", is(SOURCE_ID))
                .body(of(0, "inboundTrust.isMfaAccepted", "source"), is("default"))
                .body(of(1, "inboundTrust.isMfaAccepted", "source"), is("default"))
                .body(of(1, "inboundTrust.isMfaAccepted", "value"), is(true))
                .body(of(1, "inboundTrust.isCompliantDeviceAccepted", "source"), is("partner"))
                .body(of(1, "b2bDirectConnectInbound.usersAndGroups", "source"), is("partner"))
                .body(of(1, "b2bDirectConnectInbound.usersAndGroups", "value.accessType"), is("allowed"))
                .body(of(1, "b2bDirectConnectInbound.applications", "source"), is("system"))
                .body(of(1, "identitySynchronization.userSyncInbound.isSyncAllowed", "source"), is("partner"));
    }
}
