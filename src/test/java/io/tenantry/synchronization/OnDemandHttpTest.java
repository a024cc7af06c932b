package io.tenantry.synchronization;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Json;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** synchronization-api.md §10 and §11. */
@QuarkusTest
class OnDemandHttpTest implements TwoTenants {
    private static final String LOG = "/v1.0/auditLogs/provisioning";

    private Configuration made;
    private String ana;

    @BeforeEach
    void configuration() {
        Configuration.allowed();
        made = Configuration.instantiated().withJob().withSecrets();
        ana = SOURCE.newUser("ana");
    }

    private void provisioned() {
        made.assign(ana);
        made.onDemand(made.rule(), ana).statusCode(200);
    }

    @Test
    void anAssignedUserIsCreatedInTheTarget() {
        made.assign(ana);

        made.onDemand(made.rule(), ana)
                .statusCode(200)
                .body("'@odata.context'", endsWith("#microsoft.graph.stringKeyStringValuePair"))
                .body("key", is("Microsoft.Identity.Health.CPP.Common.DataContracts.SyncFabric.StatusInfo"))
                .body("value", containsString("EntryExportAdd"));
        TARGET.get("/v1.0/users").body("value", hasSize(1));
    }

    @Test
    void whoIsNotAssignedIsSkipped() {
        made.onDemand(made.rule(), ana).statusCode(200).body("value", containsString("NotEffectivelyEntitled"));
    }

    @Test
    void whyNobodyIsSentStandsInTheScopingStep() {
        String value = made.onDemand(made.rule(), ana).extract().path("value");
        JsonNode scoping = Json.parse(value).path(0).path("provisioningSteps").path(1);
        assertEquals("EntrySynchronizationScoping Skipped", text(scoping, "name") + " " + text(scoping, "status"));
        JsonNode details = scoping.path("details");
        assertEquals("NotEffectivelyEntitled", text(details, "SkipReason"));
        assertEquals("False", text(details, "Assigned to the application"));
        assertEquals("True", text(details, "IsActive"));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    @Test
    void whatTheTargetHasStandsInTheMatchingStep() {
        provisioned();
        done(SOURCE.patch("/v1.0/users/" + ana, "{'city':'Faro','displayName':'Ana Reis'}"));
        String value = made.onDemand(made.rule(), ana).extract().path("value");
        JsonNode steps = Json.parse(value).path(0).path("provisioningSteps");
        assertEquals(
                List.of(
                        "EntryImport",
                        "EntryImport",
                        "EntrySynchronizationScoping",
                        "EntrySynchronizationUpdate",
                        "EntryExportUpdate"),
                steps.findValuesAsText("name"));
        assertEquals("Matching", text(steps.path(1), "type"));
        assertEquals("ana", text(steps.path(1).path("details"), "displayName"), "before it was updated");
    }

    /** synchronization-api.md §12.1. */
    @Test
    void whatWasExportedStandsAtTheApplicationInTheAuditLog() {
        provisioned();
        done(SOURCE.patch("/v1.0/users/" + ana, "{'displayName':'Ana Reis'}"));
        made.onDemand(made.rule(), ana);

        SOURCE.get("/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Export'")
                .rootPath("value[0].targetResources[0]")
                .body("type", is("ServicePrincipal"))
                .body("id", is(made.servicePrincipal()))
                .body("modifiedProperties", hasSize(1))
                .body("modifiedProperties[0].displayName", is("displayName"))
                .body("modifiedProperties[0].oldValue", is("\"ana\""))
                .body("modifiedProperties[0].newValue", is("\"Ana Reis\""));
    }

    @Test
    void whoIsDisabledInTheSourceIsLeftToCycles() {
        provisioned();
        done(SOURCE.patch("/v1.0/users/" + ana, "{'accountEnabled':false}"));
        made.onDemand(made.rule(), ana).body("value", containsString("NotEffectivelyEntitled"));
        TARGET.get("/v1.0/users?$select=accountEnabled").body("value[0].accountEnabled", is(true));
    }

    @Test
    void theSecondTimeThereIsNothingToDo() {
        provisioned();

        made.onDemand(made.rule(), ana).body("value", containsString("RedundantExport"));
    }

    @Test
    void aRuleThatTheJobDoesNotIncludeIsRefused() {
        refused(
                made.onDemand("elsewhere", ana),
                400,
                "RequestParameterInvalid",
                "The request identified this synchronization job: " + made.jobId()
                        + ".  The request also identified this synchronization rule: elsewhere.  However, the job does not include the rule.");
    }

    @Test
    void fiveRequestsInTenSecondsAreTheMostByVirtualTime() {
        clock("{\"frozen\":true,\"now\":\"2026-03-02T08:00:00Z\"}");
        for (int i = 0; i < 5; i++) {
            made.onDemand(made.rule(), ana).statusCode(200);
        }
        refused(made.onDemand(made.rule(), ana), 429, "TooManyRequests").header("Retry-After", is("10"));
        advance("PT9S");
        made.onDemand(made.rule(), ana).statusCode(429).header("Retry-After", is("1"));
        advance("PT1S");
        made.onDemand(made.rule(), ana).statusCode(200);
        clock("{\"frozen\":false,\"now\":\"2026-03-02T07:00:00Z\"}");
        made.onDemand(made.rule(), ana).statusCode(200);
    }

    private static void clock(String setting) {
        RestAssured.given()
                .contentType("application/json")
                .body(setting)
                .put("/_tenantry/clock")
                .then()
                .statusCode(200);
        GraphHttp.signInAgain();
    }

    private static void advance(String by) {
        RestAssured.given()
                .contentType("application/json")
                .body("{\"by\":\"" + by + "\"}")
                .post("/_tenantry/clock/advance")
                .then()
                .statusCode(200);
        GraphHttp.signInAgain();
    }

    private ValidatableResponse provision(String... subjects) {
        return SOURCE.post(
                made.job() + "/provisionOnDemand",
                "{'parameters':[{'ruleId':'" + made.rule() + "','subjects':[" + String.join(",", subjects) + "]}]}");
    }

    private static String[] times(int number, String text) {
        return Collections.nCopies(number, text).toArray(String[]::new);
    }

    @Test
    void fiveUsersOrOneGroupWithFiveMembersAreTheMostOfOneRequest() {
        String user = "{'objectId':'" + ana + "','objectTypeName':'User'}";
        String group = "{'objectId':'" + UNKNOWN + "','objectTypeName':'Group','links':{'members':[%s]}}";
        String invalid = "RequestParameterInvalid";
        provision(times(5, user)).statusCode(200);
        refused(provision(times(6, user)), 400, invalid);
        provision(group.formatted(String.join(",", times(5, user))))
                .statusCode(200)
                .body("value", containsString("EntityTypeNotSupported"));
        refused(provision(group.formatted(String.join(",", times(6, user)))), 400, invalid);
        refused(provision(times(2, group.formatted(""))), 400, invalid);
        refused(provision(), 400, invalid);
    }

    @Test
    void whatIsNeitherUserNorGroupIsNotProvisioned() {
        refused(provision("{'objectId':'" + ana + "','objectTypeName':'Device'}"), 400, "RequestParameterInvalid");
        provision("{'objectId':'" + ana + "','objectTypeName':'user'}").statusCode(200);
        provision("{'objectId':'" + ana + "'}").statusCode(200).body("value", containsString("NotEffectivelyEntitled"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "provisioningAction eq 'create', 1",
                "action eq 'create', 1",
                "statusInfo/status eq 'success', 1",
                "servicePrincipal/name eq 'Adatum Sync', 1",
                "sourceIdentity/displayName eq 'ana', 1",
                "sourceIdentity/displayName eq 'ANA', 0",
                "durationInMilliseconds lt 0, 0",
                "not(provisioningStatusInfo/status eq 'failure'), 1"
            })
    void theLogIsFilteredByNewAndOldNames(String filter, int entries) {
        provisioned();

        SOURCE.get(LOG + "?$filter=" + filter).statusCode(200).body("value", hasSize(entries));
    }

    @Test
    void theQueryOfTheTutorialIsServed() {
        provisioned();
        String id = made.servicePrincipal();

        SOURCE.get(LOG + "?$filter=((contains(tolower(servicePrincipal/id), '" + id
                        + "') or contains(tolower(servicePrincipal/displayName), '" + id
                        + "')) and activityDateTime gt 2023-07-30)&$top=500&$orderby=activityDateTime desc")
                .statusCode(200)
                .body("value[0].provisioningSteps[-1].name", is("EntryExportAdd"));
    }

    @Test
    void theLogIsKeptInTheSourceTenant() {
        provisioned();

        TARGET.get(LOG).body("value", hasSize(0));
        SOURCE.get("/beta/auditLogs/directoryProvisioning?$filter=provisioningAction eq 'create'")
                .body("value", hasSize(1));
        SOURCE.get("/v1.0/auditLogs/directoryProvisioning").statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"ProvisioningLog.Read.All, 200", "AuditLog.Read.All, 200", "User.Read.All, 403"})
    void theLogNeedsAPermission(String permission, int status) {
        SOURCE.app(permission).get(LOG).statusCode(status);
    }

    /** synchronization-api.md §2. */
    @Test
    void ownersOfApplicationsSeeWhatIsAboutTheirOwn() {
        provisioned();
        String entry = SOURCE.get(LOG).extract().path("value[0].id");
        GraphHttp ana = SOURCE.as("ana@" + DOMAIN, "AuditLog.Read.All");
        String other = SOURCE.newUser("ben");
        GraphHttp ben = SOURCE.as("ben@" + DOMAIN, "AuditLog.Read.All");
        refused(ana.get(LOG), 403, "Authentication_RequestFromUnsupportedUserRole");

        own("/v1.0/servicePrincipals/" + made.servicePrincipal(), this.ana);
        own("/v1.0/applications/" + Configuration.instantiated().application(), other);
        ana.get(LOG).statusCode(200).body("value.id", hasItem(entry));
        ana.get(LOG + "?$filter=activityDateTime ge 2020-01-01&$top=1").body("value", hasSize(1));
        ana.get(LOG + "/" + entry).statusCode(200);
        ana.get("/beta/auditLogs/directoryProvisioning").body("value.id", hasItem(entry));
        ben.get(LOG).statusCode(200).body("value", hasSize(0));
        ben.get(LOG + "/" + entry).statusCode(404);
        SOURCE.user("AuditLog.Read.All", "Reports Reader").get(LOG).body("value.id", hasItem(entry));
        SOURCE.as("ana@" + DOMAIN, "User.Read").get(LOG).statusCode(403);
    }

    private static void own(String object, String owner) {
        done(SOURCE.post(object + "/owners/$ref", GraphHttp.reference(owner)));
    }
}
