package io.tenantry.console.person;

import static io.restassured.RestAssured.given;
import static io.tenantry.console.SynchronizedWorld.anaInTarget;
import static io.tenantry.console.SynchronizedWorld.page;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.console.SynchronizedWorld;
import org.junit.jupiter.api.Test;

/** A person from both sides. */
@QuarkusTest
class PersonPageTest implements SynchronizedWorld {
    private static String of(String tenant, String user) {
        return "/" + tenant + "/users/" + user;
    }

    private static ValidatableResponse call(String method, String tenant, String url, String body) {
        return given().formParam("method", method)
                .formParam("tenant", tenant)
                .formParam("url", url)
                .formParam("body", body)
                .post("/_tenantry/console/call")
                .then()
                .statusCode(200)
                .header("HX-Trigger-After-Swap", equalTo("changed"));
    }

    @Test
    void bothSidesStandBesideEachOtherWithWhatJoinsThem() {
        String target = anaInTarget();
        page(of(SOURCE, ANA))
                .body(
                        containsString("ana@alderwood.example"),
                        containsString("ana_alderwood.example#EXT#@birchline.onmicrosoft.com"),
                        containsString(TENANTS + of(TARGET, target)),
                        containsString("[department]"),
                        containsString("only when created"),
                        containsString("Bo Berg"),
                        containsString("Nothing that an update would write differs"));
        call("PATCH", TARGET, "/v1.0/users/" + target, "{\"department\": \"Office\"}");
        page(of(SOURCE, ANA) + "/sides?job=" + JOB)
                .body(
                        containsString("Office"),
                        containsString("Dock " + ESCAPED),
                        containsString("differs, the next update writes it"));
    }

    @Test
    void theTargetLeadsBackToItsSource() {
        page(of(TARGET, anaInTarget()))
                .body(
                        containsString(TENANTS + of(SOURCE, ANA)),
                        containsString("external"),
                        containsString("[department]"));
    }

    @Test
    void everyGateIsShownWithWhatItMet() {
        page(of(SOURCE, ANA) + "/why")
                .body(
                        containsString("nothing is to be changed"),
                        containsString("through the group Dock " + ESCAPED),
                        not(containsString("not met")));
        page(of(SOURCE, BOSS) + "/why")
                .body(
                        containsString("The next cycle passes this person over."),
                        containsString("not assigned"),
                        containsString(TENANTS + "/" + SOURCE + "/jobs/" + JOB + "/scope"));
        page(of(TARGET, anaInTarget()) + "/why").body(containsString("nothing is to be changed"));
    }

    @Test
    void aClosedPolicyLeadsToWhereItIsOpened() {
        call(
                "PATCH",
                TARGET,
                "/v1.0/policies/crossTenantAccessPolicy/partners/" + SOURCE,
                "{\"automaticUserConsentSettings\": {\"inboundAllowed\": false}}");
        page(of(SOURCE, ANA) + "/why")
                .body(
                        containsString("a gate of the job is closed"),
                        containsString(TENANTS + "/" + TARGET + "/access"));
    }

    @Test
    void theHistoryLeadsToTheEntries() {
        String entry = given().queryParam("user", ANA)
                .get("/_tenantry/tenants/source/jobs/" + JOB + "/explain")
                .then()
                .extract()
                .path("lastEntry");
        page(of(SOURCE, ANA)).body(containsString("/_tenantry/console/logs/provisioning/" + SOURCE + "/" + entry));
    }

    @Test
    void onDemandIsShownStepByStep() {
        call("PATCH", SOURCE, "/v1.0/users/" + ANA, "{\"jobTitle\": \"Harbour <img> master\"}");
        String rule =
                page(of(SOURCE, ANA)).extract().asString().replaceAll("(?s).*name=\"rule\" value=\"([^\"]+)\".*", "$1");
        String application =
                given().get("/_tenantry/tenants/source/jobs").then().extract().path("[0].servicePrincipal.id");
        given().formParam("source", SOURCE)
                .formParam("application", application)
                .formParam("job", JOB)
                .formParam("rule", rule)
                .formParam("subject", ANA)
                .post(TENANTS + of(SOURCE, ANA) + "/on-demand")
                .then()
                .statusCode(200)
                .header("HX-Trigger-After-Swap", equalTo("changed"))
                .body(
                        containsString("Success"),
                        containsString("EntryExportUpdate"),
                        containsString("Harbour &lt;img&gt; master"),
                        not(containsString("<img")));
        given().formParam("source", SOURCE)
                .post(TENANTS + of(SOURCE, ANA) + "/on-demand")
                .then()
                .statusCode(200)
                .body(containsString("failed"));
    }

    @Test
    void whoWasDeletedSaysSoAndCanBeRestored() {
        given().formParam("method", "DELETE")
                .formParam("tenant", SOURCE)
                .formParam("url", "/v1.0/users/" + ANA)
                .post("/_tenantry/console/call");
        page(of(SOURCE, ANA))
                .body(
                        containsString(">deleted</span>"),
                        containsString("/v1.0/directory/deletedItems/" + ANA + "/restore"),
                        containsString("ana_alderwood.example#EXT#"));
        page(of(SOURCE, ANA) + "/why").body(containsString("The next cycle deletes this person"));
    }

    @Test
    void whoeverIsAssignedThroughAGroupAloneCanBeAssigned() {
        page(of(SOURCE, ANA)).body(containsString("/appRoleAssignedTo"), containsString("Not assigned by itself."));
    }

    @Test
    void whomNoJobCouldTakeAnywhereIsShownAlone() {
        String cai = given().contentType("application/json")
                .header("Authorization", "Bearer " + token("beside"))
                .body(
                        """
                        {"displayName": "Cai", "userPrincipalName": "cai@cedarholm.onmicrosoft.com", "mailNickname": "cai",
                         "accountEnabled": true, "passwordProfile": {"password": "Cedar-5-Holm!"}}""")
                .post("/v1.0/users")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        page(of(BESIDE, cai)).body(containsString("No job of Cedarholm"));
    }

    private static String token(String tenant) {
        return given().body("{}")
                .post("/_tenantry/tenants/" + tenant + "/tokens")
                .then()
                .extract()
                .path("access_token");
    }

    @Test
    void whoIsNotThereIsNotFound() {
        for (String path : new String[] {
            of(SOURCE, "nobody"), of(SOURCE, DOCK), of("none", ANA), of(SOURCE, "%00"), of(SOURCE, "nobody") + "/why"
        }) {
            given().urlEncodingEnabled(false).get(TENANTS + path).then().statusCode(oneOf(400, 404));
        }
        page(of(SOURCE, ANA) + "?job=unknown").body(containsString("[department]"));
    }
}
