package io.tenantry.synchronization;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST …/jobs/{id}/plan} and {@code GET …/jobs/{id}/explain} of the control API. */
@QuarkusTest
class PlanHttpTest implements TwoTenants {
    private Configuration made;
    private String ana;

    @BeforeEach
    void configuration() {
        given().body("{\"now\":\"2026-03-02T08:00:00Z\",\"frozen\":true}").put("/_tenantry/clock");
        Configuration.allowed();
        made = Configuration.instantiated().withJob().withSecrets();
        ana = SOURCE.newUser("ana");
        made.assign(ana);
    }

    private String control() {
        return "/_tenantry/tenants/source/jobs/" + made.jobId();
    }

    private ValidatableResponse plan(String body) {
        return plan(control() + "/plan", body);
    }

    private static ValidatableResponse plan(String url, String body) {
        return given().body(body.replace('\'', '"')).post(url).then();
    }

    private ValidatableResponse planned(String body) {
        return plan(body).statusCode(200);
    }

    private ValidatableResponse explain(String user) {
        return given().queryParam("user", user)
                .get(control() + "/explain")
                .then()
                .statusCode(200);
    }

    private void start() {
        SOURCE.post(made.job() + "/start", "").statusCode(204);
    }

    private void cycle() {
        given().post(control() + "/run").then().statusCode(200);
    }

    @Test
    void thePlanOfTheFirstCycleSaysWhomItCreatesAndWritesNothing() {
        start();
        planned("")
                .body("cycle", is("initial"))
                .body("gates.gate", contains("sourceRedemption", "targetSynchronization", "targetRedemption", "job"))
                .body("gates.met", everyItem(is(true)))
                .body("counts.create", is(1))
                .body("objects.action", hasItem("create"))
                .body("objects.find{it.action=='create'}.source.id", is(ana))
                .body("objects.find{it.action=='create'}.target.id", nullValue())
                .body("objects.find{it.action=='create'}.target.userPrincipalName", containsString("#EXT#"))
                .body("objects.find{it.action=='create'}.changes.find{it.name=='displayName'}.after", is("ana"))
                .body("nextLink", nullValue());
        TARGET.get("/v1.0/users").body("value", empty());
        SOURCE.get("/v1.0/auditLogs/provisioning").body("value", empty());
        cycle();
        planned("").body("cycle", is("incremental")).body("objects", empty());
        planned("{'cycle':'initial'}").body("objects.find{it.source.id=='" + ana + "'}.code", is("RedundantExport"));
    }

    @Test
    void theGatesAreToldWithoutAPlan() {
        List<Object> planned = planned("").extract().path("gates");
        given().get(control() + "/gates")
                .then()
                .statusCode(200)
                .body("gate", contains("sourceRedemption", "targetSynchronization", "targetRedemption", "job"))
                .body("", is(planned));
        given().get(control() + "x/gates").then().statusCode(404);
    }

    @Test
    void aJobThatIsNotStartedPlansNothingUnlessItIsTakenForStarted() {
        planned("").body("gates.find{it.gate=='job'}.met", is(false)).body("counts.create", is(0));
        explain(ana).body("verdict", is("blocked"));
        planned("{'started':true}").body("counts.create", is(1));
    }

    @Test
    void policiesAreTriedInPlaceOfThoseThatAreStored() {
        start();
        cycle();
        SOURCE.patch("/v1.0/users/" + ana, "{'city':'Faro'}");
        planned("{'targetPartner':{'identitySynchronization':{'userSyncInbound':{'isSyncAllowed':false}}}}")
                .body("gates.find{it.gate=='targetSynchronization'}.met", is(false))
                .body("counts.update", is(0));
        planned("{'sourcePartner':{'automaticUserConsentSettings':{'outboundAllowed':false}}}")
                .body(
                        "gates.find{it.gate=='sourceRedemption'}.value",
                        containsString("outboundAllowed false (partner)"))
                .body("counts.update", is(0));
        planned("").body("counts.update", is(1)).body("objects[0].changes.after", contains("Faro"));
        TARGET.patch(
                "/v1.0/policies/crossTenantAccessPolicy/partners/" + SOURCE_ID + "/identitySynchronization",
                "{'userSyncInbound':{'isSyncAllowed':false}}");
        planned("").body("counts.update", is(0));
        explain(ana).body("verdict", is("blocked"));
        planned("{'targetPartner':{'identitySynchronization':{'userSyncInbound':{'isSyncAllowed':true}}}}")
                .body("counts.update", is(1));
    }

    @Test
    void secretsAndSchemaAreTriedAsAPutWouldLeaveThem() {
        start();
        cycle();
        SOURCE.newUser("ben");
        planned("{'cycle':'initial','secrets':[{'key':'SyncAll','value':'true'}]}")
                .body("counts.create", is(1));
        String schema = SOURCE.get(made.job() + "/schema").extract().asString();
        proposed(schema.replace("Add,Update,Delete", "Add,Delete"))
                .statusCode(200)
                .body("cycle", is("initial"));
        proposed(schema.replace("\"[displayName]\"", "\"Nothing([displayName])\""))
                .statusCode(400)
                .body("error.place", is("schema.synchronizationRules[0].objectMappings[0].attributeMappings[10]"));
    }

    @Test
    void aProposalIsCheckedWithoutAPlan() {
        String schema = SOURCE.get(made.job() + "/schema").extract().asString();
        checked("{\"schema\":" + schema + "}").statusCode(204);
        checked("{\"schema\":" + schema.replace("\"defaultValue\":\"True\"", "\"defaultValue\":\"Maybe\"") + "}")
                .statusCode(400)
                .body("error.message", containsString("default value of accountEnabled"))
                .body("error.place", is("schema.synchronizationRules[0].objectMappings[0].attributeMappings[2]"));
        checked("{\"cycle\":\"whole\"}").statusCode(400).body("error.place", is("cycle"));
        given().post("/_tenantry/tenants/source/jobs/none/plan/check").then().statusCode(404);
    }

    private ValidatableResponse checked(String body) {
        return given().body(body).post(control() + "/plan/check").then();
    }

    @Test
    void objectsAreShownByWhatWouldBeDoneToThem() {
        start();
        cycle();
        SOURCE.newUser("ben");
        List.of("cho", "dia", "eli").forEach(name -> made.assign(SOURCE.newUser(name)));
        SOURCE.patch("/v1.0/users/" + ana, "{'city':'Faro'}");
        Set<String> created = new HashSet<>();
        String next = control() + "/plan?$top=2&action=create,restore";
        while (next != null) {
            ValidatableResponse page = given().urlEncodingEnabled(false)
                    .post(next)
                    .then()
                    .statusCode(200)
                    .body("counts.create", is(3))
                    .body("counts.update", is(1))
                    .body("objects.action", everyItem(is("create")));
            created.addAll(page.extract().<List<String>>path("objects.source.id"));
            next = page.extract().path("nextLink");
        }
        assertEquals(3, created.size());
        plan(control() + "/plan?action=update", "").body("objects.source.id", contains(ana));
        plan(control() + "/plan?action=stagedDelete", "").body("objects", empty());
        plan(control() + "/plan?action=create,none", "").statusCode(400).body("error.place", is("action"));
    }

    private ValidatableResponse proposed(String schema) {
        return given().body("{\"schema\":" + schema + "}")
                .post(control() + "/plan")
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'cycle':'whole'} | cycle",
                "{'cycle':1} | cycle",
                "{'plan':{}} | plan",
                "{'schema':[]} | schema",
                "{'schema':{'rules':[]}} | schema",
                "{'schema':{'synchronizationRules':[]}} | schema",
                "{'secrets':{}} | secrets",
                "{'secrets':[{'key':'Nothing','value':'x'}]} | secrets",
                "{'secrets':[{'key':'SyncNotificationSettings','value':'x'}]} | secrets",
                "{'sourcePartner':{'outbound':true}} | sourcePartner",
                "{'sourcePartner':{'automaticUserConsentSettings':{'outboundAllowed':'yes'}}} | sourcePartner",
                "{'targetPartner':{'identitySynchronization':{'userSync':true}}} | targetPartner.identitySynchronization",
                "{'targetPartner':{'identitySynchronization':true}} | targetPartner.identitySynchronization",
                "{'started':'yes'} | started"
            })
    void whatDoesNotFitIsRefusedByItsPlace(String body, String place) {
        plan(body).statusCode(400).body("error.place", is(place)).body("error.message", notNullValue());
    }

    @Test
    void calledForWhatIsNotThereItIsRefused() {
        plan("/_tenantry/tenants/source/jobs/none/plan", "").statusCode(404);
        plan("/_tenantry/tenants/source/jobs/none/plan", "{'schema':{}}").statusCode(404);
        plan("/_tenantry/tenants/nowhere/jobs/" + made.jobId() + "/plan", "").statusCode(404);
        plan(control() + "/plan?$top=0", "").statusCode(400).body("error.place", is("$top"));
        plan(control() + "/plan?$skiptoken=x", "").statusCode(400).body("error.place", is("$skiptoken"));
        given().get(control() + "/explain").then().statusCode(400).body("error.place", is("user"));
        given().get("/_tenantry/tenants/source/jobs/none/explain?user=x").then().statusCode(404);
    }

    @Test
    void allPagesAreOfOnePlanWhateverIsWrittenMeanwhile() {
        List.of("ben", "cho", "dia", "eli").forEach(name -> made.assign(SOURCE.newUser(name)));
        start();
        ValidatableResponse page =
                plan(control() + "/plan?$top=2", "").statusCode(200).body("objects", hasSize(2));
        SOURCE.newUser("fay");
        Set<String> seen = new HashSet<>(page.extract().<List<String>>path("objects.source.id"));
        String next = page.extract().path("nextLink");
        while (next != null) {
            page = given().urlEncodingEnabled(false)
                    .post(next)
                    .then()
                    .statusCode(200)
                    .body("counts.create", is(5));
            seen.addAll(page.extract().<List<String>>path("objects.source.id"));
            next = page.extract().path("nextLink");
        }
        assertEquals(5, seen.size());
        plan(control() + "/plan?$skiptoken=" + "0".repeat(32) + "-2", "")
                .statusCode(410)
                .body("error.place", is("$skiptoken"));
    }

    @Test
    void aUserIsExplainedGateByGate() {
        start();
        cycle();
        String ben = SOURCE.newUser("ben");
        explain(ben)
                .body("verdict", is("skip"))
                .body("target", nullValue())
                .body("gates.gate[4]", is("kindOfUser"))
                .body("gates.find{it.gate=='assignment'}.met", is(false))
                .body("gates.find{it.gate=='assignment'}.detail", empty());
        made.assign(ben);
        explain("ben@" + DOMAIN)
                .body("user.id", is(ben))
                .body("verdict", is("create"))
                .body("gates.met", everyItem(is(true)))
                .body("gates.find{it.gate=='assignment'}.detail.type", contains("User"))
                .body("gates.gate", hasItem("export"));
        explain(ana)
                .body("verdict", is("upToDate"))
                .body("target.state", is("active"))
                .body("lastEntry", notNullValue())
                .body("nextAttempt", nullValue());
        explain(UNKNOWN)
                .body("verdict", is("unknown"))
                .body("target", nullValue())
                .body("gates", hasSize(4));
    }

    @Test
    void aFailureIsExplainedWithItsNextAttempt() {
        TARGET.post(
                        "/v1.0/users",
                        "{'accountEnabled':true,'displayName':'Desk','mailNickname':'desk','userPrincipalName':'desk@birchline.onmicrosoft.com',"
                                + "'mail':'ana@" + DOMAIN + "','passwordProfile':{'password':'Xk4!pqRs81'}}")
                .statusCode(201);
        start();
        planned("").body("counts.fail", is(1)).body("objects[0].code", is("InvitationCreationFailureAmbiguousUser"));
        cycle();
        explain(ana)
                .body("verdict", is("fail"))
                .body("gates.find{it.gate=='match'}.met", is(false))
                .body("nextAttempt", is("2026-03-02T14:00:00Z"));
    }
}
