package io.tenantry.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** directory.md §16. */
@QuarkusTest
class AuditLogsHttpTest implements TwoTenants {
    @Inject
    Store store;

    @Inject
    Tenants tenants;

    private static final String AUDITS = "/v1.0/auditLogs/directoryAudits";

    private static ValidatableResponse audited(String activity) {
        return SOURCE.get(AUDITS + "?$filter=activityDisplayName eq '" + activity + "'")
                .statusCode(200)
                .body("value.size()", greaterThan(0));
    }

    @Test
    void aNewUserIsAuditedWithWhatWasSet() {
        String id = SOURCE.newUser("ana");

        audited("Add user")
                .body("'@odata.context'", endsWith("#auditLogs/directoryAudits"))
                .body("value[0].category", is("UserManagement"))
                .body("value[0].loggedByService", is("Core Directory"))
                .body("value[0].result", is("success"))
                .body("value[0].targetResources[0].id", is(id))
                .body(
                        "value[0].targetResources[0].modifiedProperties.displayName",
                        hasItem("Included Updated Properties"));
    }

    @Test
    void deletionAndDisablingHaveNamesOfTheirOwn() {
        String id = SOURCE.newUser("ana");
        SOURCE.patch("/v1.0/users/" + id, "{'accountEnabled':false}");
        SOURCE.delete("/v1.0/users/" + id);
        SOURCE.delete("/v1.0/directory/deletedItems/" + id);

        audited("Disable account");
        audited("Delete user");
        audited("Hard Delete user");
    }

    @Test
    void theEntriesOfOneObjectAreFound() {
        String id = SOURCE.newUser("ana");
        SOURCE.newUser("ben");

        SOURCE.get("/v1.0/auditLogs/directoryaudits?$filter=targetResources/any(t:t/id eq '" + id + "')")
                .body("value.activityDisplayName", contains("Add user"));
    }

    /** What the provisioning service is about to create has no id yet. */
    @Test
    void targetsWithoutAnIdAreFoundByThat() {
        String id = SOURCE.newUser("ana");
        AuditEvent event = AuditEvent.ofProvisioning("Import")
                .target("ServicePrincipal", id, "Bench", null)
                .target("User", "", "ana", null);
        Tenant tenant = tenants.byAnyName("source").orElseThrow();
        store.write(tenant, session -> {
            AuditLog.record(session, Instant.now(), Actor.CLOUD_SYNC, List.of(event));
            return null;
        });

        assertFound("t:t/id eq ''", "Import");
        assertFound("t:t/id in ('','x')", "Import");
        assertFound("t:startsWith(t/id,'') and t/id ne '" + id + "'", "Import");
        assertFound("t:t/id eq '" + id + "'", "Import", "Add user");
    }

    private static void assertFound(String condition, String... activities) {
        SOURCE.get(AUDITS + "?$filter=targetResources/any(" + condition + ")")
                .statusCode(200)
                .body("value.activityDisplayName", containsInAnyOrder(activities));
    }

    @Test
    void entriesGoAfterThirtyDays() {
        String id = SOURCE.newUser("ana");
        String entry = SOURCE.get(AUDITS).extract().path("value[0].id");
        String ofAna = AUDITS + "?$filter=targetResources/any(t:t/id eq '" + id + "')";
        given().contentType("application/json")
                .body("{\"by\":\"P31D\"}")
                .post("/_tenantry/clock/advance")
                .then()
                .statusCode(200);
        GraphHttp.signInAgain();

        SOURCE.get(AUDITS).statusCode(200).body("value", empty());
        SOURCE.get(AUDITS + "/" + entry).statusCode(404);
        SOURCE.get(ofAna).body("value", empty());
        SOURCE.patch("/v1.0/users/" + id, "{'city':'Faro'}");
        SOURCE.get(ofAna).body("value.activityDisplayName", contains("Update user"));
    }

    @ParameterizedTest
    @CsvSource({"directoryAudits", "signIns", "provisioning"})
    void logsNeedTheirPermission(String log) {
        SOURCE.app("AuditLog.Read.All").get("/v1.0/auditLogs/" + log).statusCode(200);
        SOURCE.app("User.Read.All").get("/v1.0/auditLogs/" + log).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"Reports Reader, 200", "Security Reader, 200", "Global Reader, 200", "User Administrator, 403"})
    void signedInUsersNeedARoleToo(String role, int status) {
        SOURCE.user("AuditLog.Read.All", role).get(AUDITS).statusCode(status);
        SOURCE.user("AuditLog.Read.All", role).get("/v1.0/auditLogs/signIns").statusCode(status);
    }

    @Test
    void nobodyHasSignedInInteractively() {
        SOURCE.get("/v1.0/auditLogs/signIns?$filter=userId eq '" + UNKNOWN + "'&$orderby=createdDateTime desc")
                .statusCode(200)
                .body("'@odata.context'", endsWith("#auditLogs/signIns"))
                .body("value", empty());
    }

    /** The filters of published collectors (sign-ins.md §3.1). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.0 status/errorCode ne 0",
                "/beta status/errorCode eq 50126",
                "/beta signInEventTypes/any(t: t eq 'servicePrincipal')",
                "/beta (ServicePrincipalId eq '1') and (signInEventTypes/any(x:x ne 'interactiveUser'))",
                "/beta crossTenantAccessType eq 'b2bCollaboration' and homeTenantId ne '1'",
                "/beta userType eq 'guest' and isInteractive ne true"
            })
    void whatACollectorAsksOfSignInsIsUnderstood(String asked) {
        int at = asked.indexOf(' ');

        SOURCE.get(asked.substring(0, at) + "/auditLogs/signIns?$filter=" + asked.substring(at + 1))
                .statusCode(200)
                .body("value", empty());
    }
}
