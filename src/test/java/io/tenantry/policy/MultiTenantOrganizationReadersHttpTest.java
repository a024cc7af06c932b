package io.tenantry.policy;

import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what of a multitenant organization (field-findings.md §4): here one active tenant, and one that is still to join. */
@QuarkusTest
class MultiTenantOrganizationReadersHttpTest implements TwoTenants {
    private static final String ORGANIZATION = "/v1.0/tenantRelationships/multiTenantOrganization";
    private static final String TENANTS = ORGANIZATION + "/tenants";
    private static final GraphHttp BASIC = SOURCE.user("MultiTenantOrganization.ReadBasic.All");

    @BeforeEach
    void organization() {
        SOURCE.put(ORGANIZATION, "{'displayName':'Grove','description':'Trees'}")
                .statusCode(201);
        SOURCE.post(TENANTS, "{'tenantId':'" + TARGET_ID + "','displayName':'Birchline'}")
                .statusCode(201);
    }

    @Test
    void theBasicPermissionShowsIdsAndNamesOfActiveTenants() {
        Map<String, Object> shown = BASIC.get(TENANTS)
                .statusCode(200)
                .body("value", hasSize(1))
                .body("value[0].tenantId", is(SOURCE_ID))
                .body("value[0].displayName", is("Alderwood"))
                .extract()
                .path("value[0]");
        shown.keySet().removeAll(List.of("tenantId", "displayName"));
        shown.values().removeIf(value -> value == null);
        assertThat(shown, is(anEmptyMap()));
        BASIC.get(TENANTS + "/" + SOURCE_ID)
                .statusCode(200)
                .body("state", nullValue())
                .body("displayName", notNullValue());
        BASIC.get(TENANTS + "/" + TARGET_ID).statusCode(404);
        BASIC.get(TENANTS + "/$count").statusCode(200).body(is("1"));
        BASIC.get(TENANTS + "?$filter=tenantId eq '" + TARGET_ID + "'")
                .statusCode(200)
                .body("value", hasSize(0));
        BASIC.get(ORGANIZATION).statusCode(200).body("displayName", is("Grove")).body("description", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TENANTS + "/" + SOURCE_ID + "/role",
                TENANTS + "/" + SOURCE_ID + "/state",
                ORGANIZATION + "/joinRequest"
            })
    void theRestIsNotAskedForWithIt(String path) {
        refused(BASIC.get(path), 403, "Authorization_RequestDenied");
    }

    @ParameterizedTest
    @CsvSource({
        "MultiTenantOrganization.Read.All",
        "MultiTenantOrganization.ReadWrite.All",
        "Directory.Read.All",
        "Directory.ReadWrite.All"
    })
    void theOthersShowEverythingOfEveryTenant(String permission) {
        for (GraphHttp reader : List.of(SOURCE.app(permission), SOURCE.user(permission, "Security Reader"))) {
            reader.get(TENANTS)
                    .statusCode(200)
                    .body("value", hasSize(2))
                    .body("value.find{it.tenantId=='" + TARGET_ID + "'}.state", is("pending"));
            reader.get(TENANTS + "/" + TARGET_ID).statusCode(200).body("addedByTenantId", is(SOURCE_ID));
            reader.get(ORGANIZATION).statusCode(200).body("description", is("Trees"));
            reader.get(ORGANIZATION + "/joinRequest").statusCode(not(403));
        }
        refused(SOURCE.user(permission).get(TENANTS), 403, "Authorization_RequestDenied");
    }

    /** What asks for a role is not shown to who has none, whatever other scope the token holds. */
    @Test
    void theScopeAloneAddsNothing() {
        SOURCE.user("MultiTenantOrganization.ReadBasic.All Directory.Read.All")
                .get(TENANTS)
                .statusCode(200)
                .body("value", hasSize(1))
                .body("value[0].state", nullValue());
    }

    @Test
    void applicationsHaveNoBasicPermission() {
        refused(SOURCE.app("MultiTenantOrganization.ReadBasic.All").get(TENANTS), 403, "Authorization_RequestDenied");
    }
}
