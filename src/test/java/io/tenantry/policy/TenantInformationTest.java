package io.tenantry.policy;

import static io.tenantry.policy.PolicyWorld.NOT_FOUND;
import static io.tenantry.policy.PolicyWorld.refused;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.store.Tenant;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantInformationTest {
    @Inject
    PolicyWorld world;

    @Test
    void tenantsAreFoundByIdAndByDomainInAnyCase() {
        Tenant tenant = world.tenant("alderwood");
        Tenant other = world.tenant("birchline");

        byId(tenant, other.id().toUpperCase(Locale.ROOT))
                .statusCode(200)
                .body("'@odata.context'", endsWith("$metadata#microsoft.graph.tenantInformation"))
                .body("tenantId", is(other.id()))
                .body("displayName", is("birchline"))
                .body("$", hasKey("federationBrandName"));
        byDomain(tenant, other.initialDomain().toUpperCase(Locale.ROOT)).body("tenantId", is(other.id()));
        byDomain(tenant, other.id().toUpperCase(Locale.ROOT)).body("displayName", is("birchline"));
        byId(tenant, tenant.id()).body("defaultDomainName", is(tenant.initialDomain()));
    }

    @Test
    void whatIsNoGuidIsABadRequestAndWhatIsUnknownIsNotFound() {
        Tenant tenant = world.tenant("alderwood");

        refused(byId(tenant, "alderwood"), 400, "Request_BadRequest");
        refused(byId(tenant, "00000000-1111-4222-8333-444444444444"), 404, NOT_FOUND);
        refused(byDomain(tenant, "nowhere.example"), 404, NOT_FOUND);
        refused(byDomain(tenant, "00000000-1111-4222-8333-444444444444"), 404, NOT_FOUND);
    }

    private ValidatableResponse byId(Tenant caller, String id) {
        return world.get(caller, "/v1.0/tenantRelationships/findTenantInformationByTenantId(tenantId='" + id + "')");
    }

    private ValidatableResponse byDomain(Tenant caller, String name) {
        return world.get(
                caller, "/v1.0/tenantRelationships/findTenantInformationByDomainName(domainName='" + name + "')");
    }
}
